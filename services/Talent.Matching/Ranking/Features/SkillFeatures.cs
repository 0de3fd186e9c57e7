namespace Talent.Matching.Ranking.Features;

/// <summary>How far the level that the graduate claims reaches the level asked for.</summary>
internal sealed class SkillLevelFeature(SkillAsk ask, int weight) : SkillBound("skill:" + ask.Key, weight, ask)
{
    public override double Value(PackedSkill hold) => (double)Math.Min(hold.Level, Ask.Level) / Ask.Level;

    public override string Label(Wording wording) => Ask.Label(wording.Language);

    public override string Note(GraduateFacts graduate, Wording wording) => graduate.Skill(Ask.Ordinal) is { } hold
        ? wording.Format("NoteSkillLevel", hold.Level, Ask.Level, wording["Evidence" + hold.Evidence])
        : wording.Format("NoteSkillMissing", Ask.Level);
}

/// <summary>How far the level that somebody verified reaches the level asked for, by the worth of the evidence.</summary>
internal sealed class VerifiedSkillFeature(SkillAsk ask, int weight, IReadOnlyList<double> worths)
    : SkillBound("verified:" + ask.Key, weight, ask)
{
    public override double Value(PackedSkill hold) =>
        (double)Math.Min(hold.VerifiedLevel, Ask.Level) / Ask.Level * worths[(int)hold.Evidence];

    public override string Label(Wording wording) => wording.Format("FeatureVerified", Ask.Label(wording.Language));

    public override string Note(GraduateFacts graduate, Wording wording) => graduate.Skill(Ask.Ordinal) is { VerifiedLevel: > 0 } hold
        ? wording.Format("NoteVerified", wording["Evidence" + hold.Evidence], hold.VerifiedLevel)
        : wording["NoteNotVerified"];
}
