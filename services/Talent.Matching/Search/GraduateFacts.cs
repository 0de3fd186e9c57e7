using Talent.Contracts.Graduates;

namespace Talent.Matching.Search;

/// <summary>A graduate's facts; strings as <see cref="Codes"/>.</summary>
sealed class GraduateFacts : IFacts
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required int Length { get; init; }
    /// <summary>The college; <see cref="Guid.Empty"/> for one who registered alone.</summary>
    public required Guid Organisation { get; init; }
    public required int Visibility { get; init; }
    /// <summary>Of residence.</summary>
    public required int Country { get; init; }
    /// <summary>Highest ISCED level, 0 when none is known.</summary>
    public required int Isced { get; init; }
    /// <summary>UTC ticks.</summary>
    public required long UpdatedAt { get; init; }
    /// <summary>Pairs of a language and its rank 1 to 6.</summary>
    public required int[] Languages { get; init; }
    /// <summary>Concept URIs.</summary>
    public required int[] Skills { get; init; }

    public static GraduateFacts Of(Graduate graduate, int length, Codes codes) => new()
    {
        Id = graduate.Id,
        Version = graduate.Version,
        Length = length,
        Organisation = graduate.OrganisationId ?? Guid.Empty,
        Visibility = codes.Intern(graduate.Visibility),
        Country = codes.Intern(graduate.Country),
        Isced = graduate.Isced,
        UpdatedAt = graduate.UpdatedAt.UtcTicks,
        Languages = [.. graduate.Languages
            .GroupBy(level => level.Language, StringComparer.Ordinal)
            .SelectMany(group => (int[])[codes.Intern(group.Key), group.Max(level => level.Rank)])],
        Skills = [.. graduate.Skills
            .Where(level => level.Skill.Uri is not null).Select(level => codes.Intern(level.Skill.Uri)).Distinct()],
    };

    /// <summary>The rank in a language, 0 when it is not spoken.</summary>
    public int RankIn(int language)
    {
        for (var i = 0; i < Languages.Length; i += 2)
        {
            if (Languages[i] == language)
                return Languages[i + 1];
        }
        return 0;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Id.ToByteArray());
        writer.Write(Version);
        writer.Write(Length);
        writer.Write(Organisation.ToByteArray());
        writer.Write(Visibility);
        writer.Write(Country);
        writer.Write(Isced);
        writer.Write(UpdatedAt);
        Pack.Write(writer, Languages);
        Pack.Write(writer, Skills);
    }

    public static GraduateFacts Read(BinaryReader reader) => new()
    {
        Id = new(reader.ReadBytes(16)),
        Version = reader.ReadInt32(),
        Length = reader.ReadInt32(),
        Organisation = new(reader.ReadBytes(16)),
        Visibility = reader.ReadInt32(),
        Country = reader.ReadInt32(),
        Isced = reader.ReadInt32(),
        UpdatedAt = reader.ReadInt64(),
        Languages = Pack.ReadInts(reader),
        Skills = Pack.ReadInts(reader),
    };
}
