using System.Text.Json;
using Synapse.Backend.Tests.Support;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Backends.Local.Serving;

namespace Synapse.Backend.Tests;

public sealed class ServeApplicationTests : IDisposable
{
    private readonly TestBackend _test = new();
    private readonly TestServer _server = new();
    private readonly HastyClock _clock = new();
    private readonly LocalServeApplications _applications;

    public ServeApplicationTests() => _applications = new(_test.Backend) { Clock = _clock };

    public void Dispose()
    {
        _server.Dispose();
        _test.Dispose();
    }

    [Fact]
    public async Task Application_that_answers_is_running()
    {
        _server.Start();
        var created = await _applications.CreateAsync("classify", _server.Address, "k");
        Assert.Equal((ServeStatus.Running, null, _server.Address), (created.Status, created.Reason, created.Address));
        Assert.Equal("/model/health", _server.Requests[0].Path);
        Assert.Equal(created, await _applications.GetAsync(created.Id));
    }

    [Fact]
    public async Task Application_that_nothing_answers_for_is_unavailable()
    {
        var created = await _applications.CreateAsync("classify", _server.Address, "k");
        Assert.Equal(ServeStatus.Unavailable, created.Status);
        Assert.Contains("refused", created.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_whose_health_is_an_error_is_unhealthy()
    {
        _server.Answer = (_, _, _) => (503, "no weights");
        _server.Start();
        var created = await _applications.CreateAsync("classify", _server.Address, "k");
        Assert.Equal((ServeStatus.Unhealthy, "health answered with status 503: no weights"), (created.Status, created.Reason));
    }

    [Fact]
    public async Task Same_key_returns_the_same_application_and_another_address_is_refused()
    {
        var first = await _applications.CreateAsync("classify", _server.Address, "k");
        Assert.Equal(first.Id, (await _applications.CreateAsync("classify", _server.Address, "k")).Id);
        var error = await Assert.ThrowsAsync<BackendException>(() => _applications.CreateAsync("classify", new("http://ann:secret@localhost:1/?token=secret"), "k"));
        Assert.Contains("'classify' at http://localhost:1/.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://localhost/")]
    [InlineData("/model")]
    public async Task Address_that_is_not_of_http_is_refused(string address)
    {
        var error = await Assert.ThrowsAsync<BackendException>(() => _applications.CreateAsync("classify", new(address, UriKind.RelativeOrAbsolute), "k"));
        Assert.Contains("must begin with http:// or https://", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://host", "http://host")]
    [InlineData("http://host:1/a@b?c", "http://host:1/a@b")]
    [InlineData("https://ann:se@cret@host/a/b#c", "https://host/a/b")]
    [InlineData("http://ann@host?to/k@en", "http://host")]
    public void Shown_address_has_nothing_secret_in_it(string address, string shown) => Assert.Equal(shown, ServeAddress.Shown(address));

    [Theory]
    [InlineData("http://host", true)]
    [InlineData("http://", false)]
    [InlineData("http:///path", false)]
    [InlineData("http://ann@/path", false)]
    [InlineData("http://a b/", false)]
    [InlineData("HTTP//host", false)]
    public void Address_names_a_host(string address, bool isValid) => Assert.Equal(isValid, ServeAddress.IsValid(address));

    [Fact]
    public async Task Applications_are_listed_newest_first_with_their_status()
    {
        _server.Start();
        using var silent = new TestServer();
        var old = await _applications.CreateAsync("old", _server.Address, "1");
        var @new = await _applications.CreateAsync("new", silent.Address, "2");
        Assert.Equal(
            [(@new.Id, ServeStatus.Unavailable), (old.Id, ServeStatus.Running)],
            await _applications.ListAsync().Select(application => (application.Id, application.Status)).ToListAsync());
    }

    [Fact]
    public async Task Forgotten_application_is_gone()
    {
        var created = await _applications.CreateAsync("classify", _server.Address, "k");
        Assert.True(await _applications.DeleteAsync(created.Id));
        Assert.False(await _applications.DeleteAsync(created.Id));
        await Assert.ThrowsAsync<BackendException>(() => _applications.GetAsync(created.Id));
        await Assert.ThrowsAsync<BackendException>(() => _applications.InferAsync(created.Id, new(LabelledUnits.Json("{}"))));
        Assert.Empty(await _applications.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Waiting_ends_when_the_application_runs()
    {
        var id = (await _applications.CreateAsync("classify", _server.Address, "k")).Id;
        var looks = new List<ServeStatus>();
        var running = await _applications.EnsureRunningAsync(id, TimeSpan.FromSeconds(60), application =>
        {
            looks.Add(application.Status);
            if (looks.Count == 6)
            {
                _server.Start();
            }
        });
        Assert.Equal(ServeStatus.Running, running.Status);
        Assert.Equal(Enumerable.Repeat(ServeStatus.Unavailable, 6), looks);
        Assert.Equal([0.5, 1, 2, 4, 5, 5], _clock.Waits);
    }

    [Fact]
    public async Task Waiting_for_nothing_says_what_to_start_where()
    {
        var id = (await _applications.CreateAsync("classify", new($"http://ann:secret@127.0.0.1:{_server.Address.Port}/model?token=secret"), "k")).Id;
        var error = await Assert.ThrowsAsync<BackendException>(() => _applications.EnsureRunningAsync(id, TimeSpan.FromSeconds(10)));
        Assert.Contains("does not run after 10 s", error.Message, StringComparison.Ordinal);
        Assert.Contains($"so that it answers at http://127.0.0.1:{_server.Address.Port}/model", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Equal([0.5, 1, 2, 4, 2.5], _clock.Waits);
    }

    [Fact]
    public async Task Waiting_for_one_that_stays_unhealthy_says_why_it_is()
    {
        _server.Answer = (_, _, _) => (500, "no weights");
        _server.Start();
        var id = (await _applications.CreateAsync("classify", _server.Address, "k")).Id;
        var error = await Assert.ThrowsAsync<BackendException>(() => _applications.EnsureRunningAsync(id, TimeSpan.FromSeconds(2)));
        Assert.Contains("is unhealthy for all of 2 s: health answered with status 500: no weights. Look at its log", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_is_posted_and_its_answer_handed_on()
    {
        _server.Answer = (_, _, body) => (200, $$"""{"asked":{{body}}}""");
        _server.Start();
        var answer = await InferAsync("""{"image": "a"}""", model: 7);
        Assert.Equal("""{"asked":{"image":"a"}}""", answer.GetRawText());
        Assert.Equal(("POST", "/model", """{"image":"a"}""", "7", null), _server.Requests[^1]);
    }

    [Fact]
    public async Task Name_and_password_of_an_address_are_sent_and_never_shown()
    {
        _server.Answer = (method, _, _) => method == "GET" ? (200, "") : (401, "wrong");
        _server.Start();
        var address = new Uri($"http://ann:se%3Acret@127.0.0.1:{_server.Address.Port}/model?token=secret");
        var id = (await _applications.CreateAsync("classify", address, "k")).Id;
        var error = await Assert.ThrowsAsync<BackendException>(() => _applications.InferAsync(id, new(LabelledUnits.Json("{}"))));
        Assert.Equal("Basic YW5uOnNlOmNyZXQ=", _server.Requests[^1].Authorization);
        Assert.Equal("/model?token=secret", _server.Requests[^1].Path);
        Assert.DoesNotContain("cret", error.Message, StringComparison.Ordinal);
        Assert.Contains("status 401: wrong", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_carries_the_status_and_the_beginning_of_the_body()
    {
        _server.Answer = (method, _, _) => method == "GET" ? (200, "") : (500, new string('x', 501));
        _server.Start();
        var error = await Assert.ThrowsAsync<BackendException>(() => InferAsync("{}"));
        Assert.Contains("status 500: " + new string('x', 500) + "…", error.Message, StringComparison.Ordinal);
        Assert.Single(_server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task Answer_that_is_no_json_is_refused()
    {
        _server.Answer = (_, _, _) => (200, "<html>");
        _server.Start();
        var error = await Assert.ThrowsAsync<BackendException>(() => InferAsync("{}"));
        Assert.Contains("no JSON", error.Message, StringComparison.Ordinal);
        Assert.Contains("<html>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_connection_is_tried_again()
    {
        var id = (await _applications.CreateAsync("classify", _server.Address, "k")).Id;
        var error = await Assert.ThrowsAsync<BackendException>(() => _applications.InferAsync(id, new(LabelledUnits.Json("{}"))));
        Assert.Contains("the connection was refused, 5 times", error.Message, StringComparison.Ordinal);
        Assert.Equal([0.2, 0.4, 0.8, 1.6], _clock.Waits);
    }

    [Fact]
    public async Task Deferred_answer_is_asked_for_until_it_is_there()
    {
        var polls = 0;
        _server.Answer = (_, _, body) => body == """{"__synapse_poll__":"t\"1"}""" && ++polls == 3
            ? (200, "[1]")
            : (200, """{"__synapse_deferred__":true,"status":"pending","ticket":"t\"1"}""");
        _server.Start();
        Assert.Equal("[1]", (await InferAsync("""{"image":"a"}""", model: 3)).GetRawText());
        Assert.Equal([0.2, 0.4, 0.8], _clock.Waits);
        Assert.All(_server.Requests.Where(request => request.Method == "POST"), request => Assert.Equal("3", request.Model));
    }

    [Theory]
    [InlineData("""{"__synapse_deferred__":true,"status":"failed","error":"no memory"}""", "the deferred inference failed: no memory")]
    [InlineData("""{"__synapse_deferred__":true,"status":"not_found","ticket":"t1"}""", "the ticket t1 of a deferred answer is lost")]
    [InlineData("""{"__synapse_deferred__":true,"status":"pending"}""", "without a ticket")]
    [InlineData("""{"__synapse_deferred__":true,"status":"odd"}""", "status 'odd'")]
    public async Task Deferred_answer_that_does_not_come_says_why(string answer, string message)
    {
        _server.Answer = (_, _, _) => (200, answer);
        _server.Start();
        var error = await Assert.ThrowsAsync<BackendException>(() => InferAsync("{}"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deferred_answer_is_given_up_after_half_an_hour()
    {
        _server.Answer = (_, _, _) =>
        {
            _clock.Advance(TimeSpan.FromMinutes(4));
            return (200, """{"__synapse_deferred__":true,"status":"pending","ticket":"t1"}""");
        };
        _server.Start();
        var error = await Assert.ThrowsAsync<BackendException>(() => InferAsync("{}"));
        Assert.Contains("no answer after 30 minutes", error.Message, StringComparison.Ordinal);
    }

    private async Task<JsonElement> InferAsync(string json, long? model = null)
    {
        var id = (await _applications.CreateAsync("classify", _server.Address, "k")).Id;
        return await _applications.InferAsync(id, new(LabelledUnits.Json(json)) { Model = model });
    }
}
