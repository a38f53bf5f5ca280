namespace Mistakes;

[TrainAction]
public sealed partial class OneNameTwice
{
    [Step]
    int Load() => Steps.Load.Length;

    [Step]
    Task LoadAsync(int number) => Task.Delay(number); // SYN2002
}
