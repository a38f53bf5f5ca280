// TEMPORARY: tries the parts; the plugin's actions replace it.
using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Fashion;

var folder = args[0];
if (args is [_, "check", ..])
{
    Check();
    return;
}
var options = new TrainerOptions { Epochs = args.Length > 1 ? int.Parse(args[1]) : 20 };
var watch = Stopwatch.StartNew();
var train = ImageSet.ReadIdx(folder, "train");
var test = ImageSet.ReadIdx(folder, "test");
Console.WriteLine($"read {train.Count}+{test.Count} in {watch.ElapsedMilliseconds} ms");
var trainer = new Trainer(Network.Create(options.Seed, 256, 128), train, options);
var spent = TimeSpan.Zero;
while (!trainer.Finished)
{
    var before = GC.GetTotalAllocatedBytes(true);
    watch.Restart();
    var r = trainer.TrainEpoch();
    spent += watch.Elapsed;
    var allocated = GC.GetTotalAllocatedBytes(true) - before;
    Console.WriteLine($"{r.Epoch,3} loss {r.Loss:0.0000} acc {100 * r.Accuracy:0.00} lr {r.LearningRate:0.0000} test {100 * trainer.Network.Evaluate(test).Accuracy:0.00} {watch.ElapsedMilliseconds} ms, {allocated} bytes");
}
Console.WriteLine($"trained in {spent.TotalSeconds:0.00} s");
watch.Restart();
Console.WriteLine($"{trainer.Network.Evaluate(test)}\nevaluated in {watch.ElapsedMilliseconds} ms; crc {Crc(trainer.Network):x8}");

static uint Crc(Network n) => Crc32.Compute(MemoryMarshal.AsBytes<float>(n.Parameters));

void Check()
{
    float[] big = [1000, 0, -1000], soft = new float[3];
    TensorPrimitives.SoftMax(big, soft);
    Console.WriteLine("softmax " + string.Join(' ', soft));

    // Resume.
    var images = ImageSet.ReadIdx(folder, "train");
    var tests = ImageSet.ReadIdx(folder, "test");
    var o = new TrainerOptions { Epochs = 4, BatchSize = 37 };
    var a = new Trainer(Network.Create(7, 64, 32), images, o);
    while (!a.Finished) a.TrainEpoch();
    var b = new Trainer(Network.Create(7, 64, 32), images, o);
    b.TrainEpoch(); b.TrainEpoch();
    var file = new MemoryStream();
    b.SaveState(file);
    file.Position = 0;
    var c = Trainer.LoadState(file, images);
    while (!c.Finished) c.TrainEpoch();
    Say("resume", a.Network.Parameters.AsSpan().SequenceEqual(c.Network.Parameters) && c.Options == o && c.Epoch == 4);
    MemoryStream sa = new(), sc = new();
    a.SaveState(sa); c.SaveState(sc);
    Say("resume state bytes", sa.ToArray().AsSpan().SequenceEqual(sc.ToArray()));
    Fails("state of other images", () => Trainer.LoadState(new MemoryStream(file.ToArray()), tests));
    Fails("finished", () => a.TrainEpoch());

    // Cancel.
    var d = new Trainer(Network.Create(7, 64, 32), images, o);
    using var cts = new CancellationTokenSource(10);
    Fails("cancel", () => d.TrainEpoch(cts.Token));
    Fails("after cancel", () => d.TrainEpoch());
    Fails("save after cancel", () => d.SaveState(new MemoryStream()));

    // Model file.
    var model = new MemoryStream();
    a.Network.Save(model);
    var bytes = model.ToArray();
    var loaded = Network.Load(new MemoryStream(bytes));
    Say("model round trip", loaded.Parameters.AsSpan().SequenceEqual(a.Network.Parameters));
    Console.WriteLine(loaded.Predict(tests.Pixels(0)) + " " + loaded.Predict(tests.Pixels(0)).Name);
    Fails("model empty", () => Network.Load(new MemoryStream()));
    Fails("model half", () => Network.Load(new MemoryStream(bytes[..(bytes.Length / 2)])));
    Fails("model 9 bytes", () => Network.Load(new MemoryStream(bytes[..9])));
    Fails("model is state", () => Network.Load(new MemoryStream(file.ToArray())));
    foreach (var at in new[] { 7, 11, 15, 19, 5000, bytes.Length - 1 })
    {
        var bad = (byte[])bytes.Clone();
        bad[at] ^= 0x40;
        Fails($"model flip {at}", () => Network.Load(new MemoryStream(bad)));
    }

    // PNG: every image round trips; every truncation and every flipped bit is found.
    Say("png round trip", Enumerable.Range(0, tests.Count).All(i =>
        GrayPng.TryDecode(GrayPng.Encode(28, 28, tests.Pixels(i)), out var image, out _) && image.Pixels.AsSpan().SequenceEqual(tests.Pixels(i))));
    var png = GrayPng.Encode(28, 28, tests.Pixels(3));
    var reasons = new Dictionary<string, int>();
    for (var n = 0; n < png.Length; n++) Count(png.AsSpan(0, n));
    for (var bit = 0; bit < png.Length * 8; bit++)
    {
        var bad = (byte[])png.Clone();
        bad[bit / 8] ^= (byte)(1 << (bit % 8));
        Count(bad);
    }
    foreach (var (reason, n) in reasons.OrderByDescending(r => r.Value).Take(12)) Console.WriteLine($"  {n,6} {reason}");

    void Count(ReadOnlySpan<byte> data)
    {
        var key = GrayPng.TryDecode(data, out _, out var problem) ? "DECODED" : problem;
        reasons[key] = reasons.GetValueOrDefault(key) + 1;
    }

    // Files of another encoder, with all filters.
    foreach (var path in args.Length > 2 ? Directory.GetFiles(args[2], "*.png").Order().ToArray() : [])
    {
        var raw = Path.ChangeExtension(path, ".raw");
        var ok = GrayPng.TryDecode(File.ReadAllBytes(path), out var image, out var problem);
        Console.WriteLine($"{Path.GetFileName(path)}: {(ok ? File.Exists(raw) && image!.Pixels.AsSpan().SequenceEqual(File.ReadAllBytes(raw)) : problem)}");
    }

    // Folder.
    var output = Directory.CreateTempSubdirectory("fashion").FullName;
    var w = Stopwatch.StartNew();
    var files = FashionFolder.Unpack(folder, output, limit: 700);
    Console.WriteLine($"unpacked {files.Count} in {w.ElapsedMilliseconds} ms");
    var read = FashionFolder.ReadLabels(output);
    Say("labels round trip", read.SequenceEqual(files));
    var back = FashionFolder.ReadImages(output, read, "test");
    Say("images round trip", back.Count == 700 && Enumerable.Range(0, 700).All(i => back.Label(i) == tests.Label(i) && back.Pixels(i).SequenceEqual(tests.Pixels(i))));
    var csv = Path.Combine(output, "labels.csv");
    foreach (var text in new[] { "", "a,b\n", "file,label,split\nx.png,Bag\n", "file,label,split\nx.png,Bagg,train\n", "file,label,split\nx.png,Bag,val\n", "file,label,split\nx.png,Bag,train\n\nx.png,Bag,test\n", "file,label,split\n,Bag,train" })
    {
        File.WriteAllText(csv, text);
        Fails("csv", () => FashionFolder.ReadLabels(output));
    }
    File.WriteAllText(Path.Combine(output, "bad.png"), "hello, world");
    Fails("bad image", () => FashionFolder.ReadImages(output, [new("bad.png", 1, "test")], "test"));

    // IDX.
    var gz = File.ReadAllBytes(Path.Combine(folder, "t10k-labels-idx1-ubyte.gz"));
    var idx = Path.Combine(output, "idx");
    foreach (var data in new byte[][] { [], [0, 0, 8], [0, 0, 8, 3, 0, 0, 0, 1], [0, 0, 8, 1, 0, 0, 0, 2, 1], [0, 0, 8, 1, 0, 0, 0, 1, 1, 1], [0, 0, 8, 1, 255, 255, 255, 255, 1], gz[..200], [0x1f, 0x8b, 3, 4] })
    {
        File.WriteAllBytes(idx, data);
        Fails("idx", () => IdxFile.ReadLabels(idx));
    }
    File.WriteAllBytes(idx, [0, 0, 8, 1, 0, 0, 0, 2, 9, 1]);
    Say("idx plain", IdxFile.ReadLabels(idx).AsSpan().SequenceEqual((byte[])[9, 1]));
    Directory.Delete(output, true);
}

static void Say(string what, bool ok) => Console.WriteLine($"{(ok ? "ok  " : "FAIL")} {what}");

static void Fails(string what, Action action)
{
    try
    {
        action();
        Console.WriteLine($"FAIL {what}: no error");
    }
    catch (Exception e)
    {
        Console.WriteLine($"ok   {what}: {e.GetType().Name}: {e.Message}");
    }
}
