namespace Talent.Matching.Ranking.Features;

/// <summary>One thing that ranking looks at between a job and a graduate, bound to what the job asks.</summary>
/// <param name="code">A stable code, unique within the job.</param>
/// <param name="weight">In units of 1/1024 point.</param>
internal abstract class PairFeature(string code, int weight)
{
    public string Code { get; } = code;

    /// <summary>What the additive scorer adds when the value is 1, in units.</summary>
    public int Weight { get; } = weight;

    /// <summary>The only part of the profile that <see cref="Value"/> reads; null: the skills.</summary>
    public abstract Aspect? Reads { get; }

    /// <summary>0 to 1.</summary>
    public abstract double Value(GraduateFacts graduate);

    public abstract string Label(Wording wording);

    /// <summary>Why the value is what it is, in a few words.</summary>
    public abstract string? Note(GraduateFacts graduate, Wording wording);

    /// <summary>What the additive scorer adds, in units; rounded down, so a higher value never adds less.</summary>
    public int Effect(double value) => (int)(Weight * value);
}

/// <summary>A feature of one skill: its value depends on the graduate's hold of that skill alone.</summary>
internal abstract class SkillBound(string code, int weight, SkillAsk ask) : PairFeature(code, weight)
{
    public SkillAsk Ask { get; } = ask;

    public override Aspect? Reads => null;

    public override double Value(GraduateFacts graduate) => graduate.Skill(Ask.Ordinal) is { } hold ? Value(hold) : 0;

    public abstract double Value(PackedSkill hold);
}
