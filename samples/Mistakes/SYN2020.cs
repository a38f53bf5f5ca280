namespace Mistakes;

public abstract class StepsOfNobody // SYN2020
{
    [Step]
    public int CountImages() => 100;
}
