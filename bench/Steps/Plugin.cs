[assembly: SynapsePlugin("steps")]

namespace Steps;

/// <summary>What to measure and where the figures go.</summary>
[Params]
public sealed partial record StepsParams
{
    /// <summary>File to write the times to, in nanoseconds, one line each.</summary>
    public required string Output { get; init; }

    /// <summary>A bare commit in each body.</summary>
    public bool Beside { get; init; } = true;

    /// <summary>Moment of the monotonic clock at which the first step ends.</summary>
    public long At { get; init; }
}

/// <summary>One step, and when it began.</summary>
[PluginAction("one")]
public sealed partial class One
{
    [Step]
    void Note(StepsParams p) => File.WriteAllText(p.Output, System.Diagnostics.Stopwatch.GetTimestamp().ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>As many bare commits as the other action has boundaries.</summary>
[PluginAction("bare")]
public sealed partial class Bare
{
    [Step]
    void Write(StepsParams p)
    {
        using var journal = new BareJournal(p.Output + ".db");
        Clock.WaitUntil(p.At);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var i = 0; i < 100; i++)
        {
            journal.Commit();
        }
        File.WriteAllText(p.Output, Gaps.Line("all", System.Diagnostics.Stopwatch.GetTimestamp() - start));
    }
}

/// <summary>A hundred steps that do nothing but look at the clock: what is between two bodies is the engine's.</summary>
[PluginAction("steps")]
public sealed partial class Trivial
{
    [Step]
    void Begin(StepsParams p) => Gaps.Begin(p);

    [Step]
    void S001() => Gaps.Mark();

    [Step]
    void S002() => Gaps.Mark();

    [Step]
    void S003() => Gaps.Mark();

    [Step]
    void S004() => Gaps.Mark();

    [Step]
    void S005() => Gaps.Mark();

    [Step]
    void S006() => Gaps.Mark();

    [Step]
    void S007() => Gaps.Mark();

    [Step]
    void S008() => Gaps.Mark();

    [Step]
    void S009() => Gaps.Mark();

    [Step]
    void S010() => Gaps.Mark();

    [Step]
    void S011() => Gaps.Mark();

    [Step]
    void S012() => Gaps.Mark();

    [Step]
    void S013() => Gaps.Mark();

    [Step]
    void S014() => Gaps.Mark();

    [Step]
    void S015() => Gaps.Mark();

    [Step]
    void S016() => Gaps.Mark();

    [Step]
    void S017() => Gaps.Mark();

    [Step]
    void S018() => Gaps.Mark();

    [Step]
    void S019() => Gaps.Mark();

    [Step]
    void S020() => Gaps.Mark();

    [Step]
    void S021() => Gaps.Mark();

    [Step]
    void S022() => Gaps.Mark();

    [Step]
    void S023() => Gaps.Mark();

    [Step]
    void S024() => Gaps.Mark();

    [Step]
    void S025() => Gaps.Mark();

    [Step]
    void S026() => Gaps.Mark();

    [Step]
    void S027() => Gaps.Mark();

    [Step]
    void S028() => Gaps.Mark();

    [Step]
    void S029() => Gaps.Mark();

    [Step]
    void S030() => Gaps.Mark();

    [Step]
    void S031() => Gaps.Mark();

    [Step]
    void S032() => Gaps.Mark();

    [Step]
    void S033() => Gaps.Mark();

    [Step]
    void S034() => Gaps.Mark();

    [Step]
    void S035() => Gaps.Mark();

    [Step]
    void S036() => Gaps.Mark();

    [Step]
    void S037() => Gaps.Mark();

    [Step]
    void S038() => Gaps.Mark();

    [Step]
    void S039() => Gaps.Mark();

    [Step]
    void S040() => Gaps.Mark();

    [Step]
    void S041() => Gaps.Mark();

    [Step]
    void S042() => Gaps.Mark();

    [Step]
    void S043() => Gaps.Mark();

    [Step]
    void S044() => Gaps.Mark();

    [Step]
    void S045() => Gaps.Mark();

    [Step]
    void S046() => Gaps.Mark();

    [Step]
    void S047() => Gaps.Mark();

    [Step]
    void S048() => Gaps.Mark();

    [Step]
    void S049() => Gaps.Mark();

    [Step]
    void S050() => Gaps.Mark();

    [Step]
    void S051() => Gaps.Mark();

    [Step]
    void S052() => Gaps.Mark();

    [Step]
    void S053() => Gaps.Mark();

    [Step]
    void S054() => Gaps.Mark();

    [Step]
    void S055() => Gaps.Mark();

    [Step]
    void S056() => Gaps.Mark();

    [Step]
    void S057() => Gaps.Mark();

    [Step]
    void S058() => Gaps.Mark();

    [Step]
    void S059() => Gaps.Mark();

    [Step]
    void S060() => Gaps.Mark();

    [Step]
    void S061() => Gaps.Mark();

    [Step]
    void S062() => Gaps.Mark();

    [Step]
    void S063() => Gaps.Mark();

    [Step]
    void S064() => Gaps.Mark();

    [Step]
    void S065() => Gaps.Mark();

    [Step]
    void S066() => Gaps.Mark();

    [Step]
    void S067() => Gaps.Mark();

    [Step]
    void S068() => Gaps.Mark();

    [Step]
    void S069() => Gaps.Mark();

    [Step]
    void S070() => Gaps.Mark();

    [Step]
    void S071() => Gaps.Mark();

    [Step]
    void S072() => Gaps.Mark();

    [Step]
    void S073() => Gaps.Mark();

    [Step]
    void S074() => Gaps.Mark();

    [Step]
    void S075() => Gaps.Mark();

    [Step]
    void S076() => Gaps.Mark();

    [Step]
    void S077() => Gaps.Mark();

    [Step]
    void S078() => Gaps.Mark();

    [Step]
    void S079() => Gaps.Mark();

    [Step]
    void S080() => Gaps.Mark();

    [Step]
    void S081() => Gaps.Mark();

    [Step]
    void S082() => Gaps.Mark();

    [Step]
    void S083() => Gaps.Mark();

    [Step]
    void S084() => Gaps.Mark();

    [Step]
    void S085() => Gaps.Mark();

    [Step]
    void S086() => Gaps.Mark();

    [Step]
    void S087() => Gaps.Mark();

    [Step]
    void S088() => Gaps.Mark();

    [Step]
    void S089() => Gaps.Mark();

    [Step]
    void S090() => Gaps.Mark();

    [Step]
    void S091() => Gaps.Mark();

    [Step]
    void S092() => Gaps.Mark();

    [Step]
    void S093() => Gaps.Mark();

    [Step]
    void S094() => Gaps.Mark();

    [Step]
    void S095() => Gaps.Mark();

    [Step]
    void S096() => Gaps.Mark();

    [Step]
    void S097() => Gaps.Mark();

    [Step]
    void S098() => Gaps.Mark();

    [Step]
    void S099() => Gaps.Mark();

    [Step]
    void S100() => Gaps.Mark();

    [Step]
    void Write(StepsParams p) => Gaps.Write(p.Output);
}
