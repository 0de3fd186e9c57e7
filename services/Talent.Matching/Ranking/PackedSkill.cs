namespace Talent.Matching.Ranking;

/// <summary>What stands behind a skill; the order is from weakest to strongest.</summary>
internal enum Evidence
{
    Self = 0,
    Assessed = 1,
    Contest = 2,
    Certificate = 3,
}

/// <summary>One graduate's hold of one skill in 32 bits: 25 for a number (the skill's in a profile, the row's in a
/// posting), 2 for the level claimed, 3 for the level verified (0: none), 2 for the evidence of the verified level.
/// A level that somebody verified and one that the graduate claims are kept apart: claiming more never takes away
/// what was verified.</summary>
internal readonly record struct PackedSkill(uint Bits)
{
    public const int HoldBits = 7;
    public const int Holds = 1 << HoldBits;
    public const int MaxNumber = (1 << (32 - HoldBits)) - 1;

    public PackedSkill(int number, int level, int verifiedLevel, Evidence evidence)
        : this(((uint)number << HoldBits) | ((uint)(level - 1) << 5) | ((uint)verifiedLevel << 2) | (uint)evidence)
    {
    }

    public int Number => (int)(Bits >> HoldBits);

    /// <summary>1 to 4.</summary>
    public int Level => (int)((Bits >> 5) & 3) + 1;

    /// <summary>1 to 4; 0 when nobody but the graduate says so.</summary>
    public int VerifiedLevel => (int)((Bits >> 2) & 7);

    public Evidence Evidence => (Evidence)(Bits & 3);

    public PackedSkill WithNumber(int number) => new(((uint)number << HoldBits) | (Bits & (Holds - 1)));

    /// <summary>Both claims in one: the higher level, the higher verified level, the stronger evidence. Each alone only
    /// rises, so that a further claim never lowers a score.</summary>
    public PackedSkill Merge(PackedSkill other) => new(
        Number, Math.Max(Level, other.Level), Math.Max(VerifiedLevel, other.VerifiedLevel),
        (Evidence)Math.Max((int)Evidence, (int)other.Evidence));
}
