[assembly: SynapsePlugin("steps")]

namespace Steps;

/// <summary>Where the figures go.</summary>
[Params]
public sealed partial record StepsParams
{
    /// <summary>File to write the gaps to, in nanoseconds, one line each.</summary>
    public required string Output { get; init; }
}

/// <summary>Steps that do nothing but look at the clock: what is between two bodies is the engine's.</summary>
[PluginAction("steps")]
public sealed partial class Trivial
{
    [Step]
    void S01() => Gaps.Mark();

    [Step]
    void S02() => Gaps.Mark();

    [Step]
    void S03() => Gaps.Mark();

    [Step]
    void S04() => Gaps.Mark();

    [Step]
    void S05() => Gaps.Mark();

    [Step]
    void S06() => Gaps.Mark();

    [Step]
    void S07() => Gaps.Mark();

    [Step]
    void S08() => Gaps.Mark();

    [Step]
    void S09() => Gaps.Mark();

    [Step]
    void S10() => Gaps.Mark();

    [Step]
    void S11() => Gaps.Mark();

    [Step]
    void S12() => Gaps.Mark();

    [Step]
    void S13() => Gaps.Mark();

    [Step]
    void S14() => Gaps.Mark();

    [Step]
    void S15() => Gaps.Mark();

    [Step]
    void S16() => Gaps.Mark();

    [Step]
    void S17() => Gaps.Mark();

    [Step]
    void S18() => Gaps.Mark();

    [Step]
    void S19() => Gaps.Mark();

    [Step]
    void S20() => Gaps.Mark();

    [Step]
    void S21() => Gaps.Mark();

    [Step]
    void S22() => Gaps.Mark();

    [Step]
    void S23() => Gaps.Mark();

    [Step]
    void S24() => Gaps.Mark();

    [Step]
    void S25() => Gaps.Mark();

    [Step]
    void S26() => Gaps.Mark();

    [Step]
    void S27() => Gaps.Mark();

    [Step]
    void S28() => Gaps.Mark();

    [Step]
    void S29() => Gaps.Mark();

    [Step]
    void S30() => Gaps.Mark();

    [Step]
    void S31() => Gaps.Mark();

    [Step]
    void S32() => Gaps.Mark();

    [Step]
    void Write(StepsParams p) => Gaps.Write(p.Output);
}
