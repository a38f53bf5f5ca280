using System.Text;
using Synapse.Binding;
using Synapse.Generators.Tests.Harness;
using Synapse.Wiring;

namespace Synapse.Generators.Tests.Params;

/// <summary>Bad input gets a clear error, all of them at once, and shows no secret.</summary>
public sealed class BadInputTests
{
    private static readonly Lazy<ParamsDescriptor> Compiled = new(() => BoundAssembly.Descriptor(BoundAssembly.Load("""
        using Synapse; using System.ComponentModel.DataAnnotations; using System.Text.Json; using System.Text.Json.Serialization;
        [Params] public partial record Run
        {
            public required int Dataset { get; init; }
            [Range(1, 500)] public int Epochs { get; init; } = 10;
            public double LearningRate { get; init; } = 0.1;
            [AllowNonFinite] public double Limit { get; init; }
            public Mode Mode { get; init; }
            public Secret? Token { get; init; }
            public List<Secret>? Keys { get; init; }
            public Login? Login { get; init; }
            public string Text { get; init; } = "";
            public JsonElement Extra { get; init; }
            [UniqueItems] public List<int> Folds { get; init; } = [];
            public Dictionary<string, Login> Logins { get; init; } = new();
            public Run? Inner { get; init; }
            public sbyte Small { get; init; }
            public TimeSpan Wait { get; init; }
        }
        [Params] public partial record Login
        {
            [JsonPropertyName("user/name")] public string User { get; init; } = "";
            [MinLength(8)] public required string Password { get; init; }
            partial void Validate(ParamErrors errors) { if (User == "root") errors.Add(nameof(User), "not root"); }
        }
        public enum Mode { Fast, Exact }
        """).GetType("Run")!));

    [Theory]
    [InlineData("""{"epochs":0,"mode":"fasst","folds":[1,"x",1.5],"dataset":null}""", "/epochs out_of_range", "/mode not_allowed", "/folds/1 type", "/folds/2 type", "/dataset type")]
    [InlineData("""{"dataset":1,"learningRate":1,"epoch":3,"zzz":{"a":[1]}}""", "/learningRate unknown", "/epoch unknown", "/zzz unknown")]
    [InlineData("""{}""", "/dataset missing")]
    [InlineData("""{"dataset":1,"login":{"user/name":1}}""", "/login/user~1name type", "/login/password missing")]
    [InlineData("""{"dataset":1,"login":{"user/name":"root","password":"12345678"}}""", "/login/user~1name value_error")]
    [InlineData("""{"dataset":1,"logins":{"a/b":{"password":"x"},"c":{"password":"12345678"},"c":{"password":"12345678"}}}""", "/logins/a~1b/password too_short", "/logins/c duplicate")]
    [InlineData("""{"dataset":1,"inner":{"dataset":2,"inner":{"epochs":501}}}""", "/inner/inner/epochs out_of_range", "/inner/inner/dataset missing")]
    [InlineData("""{"dataset":1,"folds":[1,2,1]}""", "/folds not_unique")]
    [InlineData("""{"dataset":1,"small":128}""", "/small out_of_range")]
    [InlineData("""{"dataset":99999999999}""", "/dataset out_of_range")]
    [InlineData("""{"dataset":1,"learning_rate":"nan"}""", "/learning_rate not_finite")]
    [InlineData("""{"dataset":1,"wait":1e20}""", "/wait type")]
    [InlineData("""{"dataset":1,"wait":"5"}""", "/wait type")]
    [InlineData("""{"dataset":1 """, " json")]
    [InlineData("""{"dataset":1} x""", " json")]
    [InlineData("""{"dataset":1,"\ud83d":2}""", "/\ufffd unknown")]
    [InlineData("""{"dataset":1,"mode":"\ud83d"}""", "/mode not_allowed")]
    [InlineData("[]", " type")]
    public void Every_error_has_its_place(string json, params string[] expected) =>
        Assert.Equal(expected, Bind(json).Items.Select(e => $"{e.Pointer.Replace('\ud83d', '\ufffd')} {e.Code}"));

    [Theory]
    [InlineData("""{"dataset":1,"limit":"-inf"}""")]
    [InlineData("""{"dataset":1,"limit":"NaN"}""")]
    [InlineData("""{"dataset":"1_0","epochs":5e1,"learning_rate":" 1e-3 ","wait":"P1DT2H","text":"\ud83d \u0000","extra":null}""")]
    [InlineData("""{"\u0064ataset":1}""")]
    public void Odd_but_right(string json) => Assert.Empty(Bind(json).Items);

    [Fact]
    public void Messages_say_what_was_found_and_what_is_allowed()
    {
        var items = Bind("""{"dataset":1,"epochs":0,"mode":"Exact","learningRate":2}""").Items;
        Assert.Equal(
            [
                "/epochs: Expected integer, 1 to 500, found 0.",
                "/mode: Expected one of fast, exact, found \"Exact\". Did you mean \"exact\"?",
                "/learningRate: There is no parameter \"learningRate\" here. Did you mean \"learning_rate\"?",
            ],
            items.Select(i => i.ToString()));
    }

    [Theory]
    [InlineData("""{"dataset":1,"token":"hunter2"}""", BindOptions.Person)]
    [InlineData("""{"dataset":1,"token":["hunter2"]}""", BindOptions.Platform)]
    [InlineData("""{"dataset":1,"token":{"value":"hunter2"}}""", BindOptions.Platform)]
    [InlineData("""{"dataset":1,"keys":"hunter2"}""", BindOptions.Platform)]
    [InlineData("""{"dataset":1,"keys":["env:NO_SUCH_VARIABLE_HERE","hunter2"]}""", BindOptions.Person)]
    [InlineData("""{"dataset":1,"tokn":"hunter2"}""", BindOptions.Person)]
    [InlineData("""{"dataset":1,"token":"hunter2","token":"hunter2"}""", BindOptions.Platform)]
    [InlineData("""{"dataset":1,"token":"hunter2" "x"}""", BindOptions.Platform)]
    public void No_error_shows_a_secret(string json, BindOptions options)
    {
        var items = Bind(json, options).Items;
        Assert.NotEmpty(items);
        Assert.DoesNotContain(items, i => i.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_platform_may_send_more_than_there_is()
    {
        var errors = Bind("""{"dataset":1,"epoch":3}""", BindOptions.Platform);
        Assert.Empty(errors.Items);
        Assert.Equal("/epoch: There is no parameter \"epoch\" here. Did you mean \"epochs\"?", Assert.Single(errors.Warnings).ToString());
    }

    [Theory]
    [InlineData(900, true)]
    [InlineData(1100, false)]
    public void Depth_is_bounded(int depth, bool isRight)
    {
        var json = """{"dataset":1,"extra":""" + new string('[', depth) + new string(']', depth) + "}";
        Assert.Equal(isRight ? [] : [" json"], Bind(json).Items.Select(e => $"{e.Pointer} {e.Code}"));
    }

    [Fact]
    public void A_hundred_megabytes_of_text_are_text()
    {
        var json = """{"dataset":1,"text":" """ + new string('x', 100_000_000) + "\"}";
        Assert.Empty(Bind(json).Items);
        Assert.True(Assert.Single(Bind(json.Replace("\"text\"", "\"epochs\"", StringComparison.Ordinal)).Items).Message.Length < 300);
    }

    [Fact]
    public void A_million_bad_items_stay_linear()
    {
        var json = """{"dataset":1,"folds":[""" + string.Join(",", Enumerable.Repeat("\"x\"", 200_000)) + "]}";
        var errors = Bind(json);
        Assert.Equal(200_000, errors.Count);
        Assert.Equal("/folds/999", errors.Items[^1].Pointer);
    }

    [Fact]
    public void Invalid_utf8_is_named_by_its_byte()
    {
        var errors = new ParamErrors();
        Assert.Null(Compiled.Value.Bind([.. "{\"text\":\""u8, 0xff, .. "\"}"u8], BindOptions.Person, errors));
        Assert.Contains("byte 9", Assert.Single(errors.Items).Message, StringComparison.Ordinal);
    }

    private static ParamErrors Bind(string json, BindOptions options = BindOptions.Person)
    {
        var errors = new ParamErrors();
        var value = Compiled.Value.Bind(Encoding.UTF8.GetBytes(json), options, errors);
        Assert.Equal(errors.Count == 0, value is not null);
        return errors;
    }
}
