using System.Diagnostics;
using System.Globalization;
using Bind;
using Synapse.Binding;

const int Rounds = 31;
const int Reads = 20_000;
var json = """{"dataset":12,"name":"autumn run","rate":0.05,"shuffle":true,"since":"2026-11-23T10:00:00+00:00","id":"0d9c8a4e-4bd0-4c0e-9d8a-4e4bd04c0e9d"}"""u8.ToArray();
var errors = new ParamErrors();
Record? last = null;
var bound = new List<double>();
var byHand = new List<double>();
for (var round = 0; round < Rounds; round++)
{
    bound.Add(Time(() => last = (Record?)Record.ParamsDescriptor.Bind(json, BindOptions.Person, errors)));
    byHand.Add(Time(() => last = HandWritten.Read(json)));
}
if (last is not { Dataset: 12 } || errors.Count > 0)
{
    return 1;
}
Print("time", Median(bound), Median(byHand));
Print("alloc", Bytes(() => last = (Record?)Record.ParamsDescriptor.Bind(json, BindOptions.Person, errors)), Bytes(() => last = HandWritten.Read(json)));
return 0;

static double Time(Action read)
{
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < Reads; i++)
    {
        read();
    }
    return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Reads;
}

static double Bytes(Action read)
{
    var before = GC.GetAllocatedBytesForCurrentThread();
    for (var i = 0; i < Reads; i++)
    {
        read();
    }
    return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Reads;
}

static double Median(List<double> times) => times.Order().ElementAt(Rounds / 2);

static void Print(string name, double value, double floor) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.00} {floor:0.00}"));
