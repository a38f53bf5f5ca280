using System.Globalization;
using System.Text.Json;
using Synapse.EndToEnd.Tests.Support;

namespace Synapse.EndToEnd.Tests;

/// <summary>The published sample that annotates tasks before people do.</summary>
public sealed class AnnotateTests : IDisposable
{
    private const int Workers = 8;

    private readonly Plugin _plugin = new(Repository.Annotate);

    public void Dispose() => _plugin.Dispose();

    [Fact]
    public void Labels_become_a_model_that_annotates_new_images_and_its_annotations_are_exported()
    {
        MakeImages(40, 60);
        Label();
        Prepare(2, "New", "new", "image=image,required,primary,.png");
        var port = ModelServer.FreePort();
        _plugin.Run("local", "add-application", "shapes", $"http://localhost:{port}/").Exits(0);
        using var server = _plugin.Start("run", "serve-model", "--model", "1", "--port", port.ToString(CultureInfo.InvariantCulture));
        try
        {
            Assert.Equal((60, 60, 6, 0), Counts(Annotate(2).Exits(0)));
        }
        finally
        {
            server.Kill();
        }

        _plugin.Run("run", "collect-truth", "--project", "2", "--name", "Predicted").Exits(0);
        _plugin.Run("run", "export", "--name", "shapes", "--path", "exports", "--target", "ground_truth", "--set", "filter.ground_truth_dataset=2").Exits(0);
        var labels = Directory.GetFiles(Path.Combine(_plugin.Folder, "exports", "shapes", "labels")).Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file).Trim());
        string[] shapes = ["circle", "cross", "square", "triangle"];
        Assert.Equal(Enumerable.Range(1, 60).Select(number => number % 10 == 0 ? "nothing" : shapes[number % 4]), labels);
    }

    [Fact]
    public void No_task_that_is_submitted_is_asked_again_when_killed_and_resumed()
    {
        const int Tasks = 1500;
        using var server = Serve(Tasks);
        _plugin.SignalWhen(() => server.Asked.Length >= Tasks / 3, "a third was asked", "KILL", AnnotateArguments(1));
        var before = Submitted();

        _plugin.Run("resume", "last").Exits(0);

        Assert.InRange(before, 1, Tasks - 1);
        Assert.Equal(Tasks, server.Asked.Length);
        Assert.InRange(server.Asked.Sum(), Tasks, Tasks + (2 * Workers));
        Assert.Equal(Tasks, Submitted());
    }

    [Fact]
    public void Failed_tasks_alone_are_run_when_they_are_asked_for()
    {
        using var server = Serve(20);
        server.Refuses = number => number % 5 == 0;
        var said = Annotate(1).Exits(0);
        Assert.Equal((20, 16, 0, 4), Counts(said));

        server.Refuses = _ => false;
        Assert.Equal((4, 4, 0, 0), Counts(_plugin.Run("run", "--only-failed", "last", "--events", "jsonl").Exits(0)));
        Assert.Equal(24, server.Asked.Sum());
        Assert.Equal(20, Submitted());
    }

    [Fact]
    public void Run_of_which_every_task_failed_ends_with_one_and_resume_goes_on()
    {
        using var server = Serve(3);
        server.Refuses = _ => true;
        var said = Annotate(1).Exits(1);
        Assert.Contains("None of 3 tasks could be annotated. Task 1: Inference failed: Asking serve application 1", said.All, StringComparison.Ordinal);

        server.Refuses = _ => false;
        _plugin.Run("resume", "last").Exits(0);
        Assert.Equal(3, Submitted());
    }

    private void MakeImages(int labelled, int fresh) => _plugin.Run(
        "run", "make-images", "--output", "images", "--labelled", labelled.ToString(CultureInfo.InvariantCulture), "--new", fresh.ToString(CultureInfo.InvariantCulture)).Exits(0);

    private void Label()
    {
        Prepare(1, "Labelled", "labelled", "image=image,required,primary,.png", "labels=data,.json");
        _plugin.Run("run", "pre_annotate", "--name", "labels", "--project", "1", "--method", "file", "--target-specification-name", "labels").Exits(0);
        _plugin.Run("run", "collect-truth", "--project", "1", "--name", "Shapes").Exits(0);
        _plugin.Run("run", "train", "--dataset", "1").Exits(0);
    }

    private void Prepare(int id, string name, string folder, params string[] files)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);
        _plugin.Run(["local", "add-collection", name, .. files]).Exits(0);
        _plugin.Run("run", "upload", "--name", name, "--data-collection", number, "--path", "images/" + folder).Exits(0);
        _plugin.Run("local", "add-project", name, "--collection", number).Exits(0);
        _plugin.Run("local", "add-tasks", number, "--all").Exits(0);
    }

    /// <summary>Tasks, and a model of this process for them.</summary>
    private ModelServer Serve(int tasks)
    {
        MakeImages(4, tasks);
        Prepare(1, "New", "new", "image=image,required,primary,.png");
        var server = new ModelServer();
        _plugin.Run("local", "add-application", "shapes", server.Address).Exits(0);
        return server;
    }

    private Said Annotate(int project) => _plugin.Run(AnnotateArguments(project));

    private static string[] AnnotateArguments(int project) =>
    [
        "run", "pre_annotate", "--name", "model", "--project", project.ToString(CultureInfo.InvariantCulture), "--method", "inference", "--pre-processor", "1",
        "--workers", Workers.ToString(CultureInfo.InvariantCulture), "--events", "jsonl",
    ];

    private int Submitted()
    {
        using var tasks = JsonDocument.Parse(_plugin.Run("local", "ls", "tasks", "--json").Exits(0).Out);
        return tasks.RootElement.EnumerateArray().Count(task => task.GetProperty("labelled").GetString() == "submitted");
    }

    /// <summary>Tasks, annotated ones, those in which nothing is, failed ones.</summary>
    private static (int Total, int Success, int Empty, int Failed) Counts(Said said)
    {
        var ended = said.Out.Split('\n').Last(line => line.Contains("\"result\"", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(ended);
        var result = json.RootElement.GetProperty("data").GetProperty("result");
        return (result.GetProperty("total_tasks").GetInt32(), result.GetProperty("success_count").GetInt32(), result.GetProperty("empty_count").GetInt32(), result.GetProperty("failed_count").GetInt32());
    }
}
