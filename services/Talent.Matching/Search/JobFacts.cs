using Talent.Contracts.Jobs;

namespace Talent.Matching.Search;

/// <summary>What filters, facets, sorting and scoring need of a document; held in memory for every document.</summary>
interface IFacts
{
    Guid Id { get; }
    int Version { get; }
    /// <summary>How many terms the document has, for the length norm.</summary>
    int Length { get; }
}

/// <summary>A published job's facts; strings as <see cref="Codes"/>.</summary>
sealed class JobFacts : IFacts
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required int Length { get; init; }
    public required int Country { get; init; }
    public required int Mode { get; init; }
    public required int Contract { get; init; }
    /// <summary>Of the job's text.</summary>
    public required int Language { get; init; }
    public required int Currency { get; init; }
    /// <summary>The most that the job pays in a month, see <see cref="MonthlyPay"/>; 0 when it does not say.</summary>
    public required double Pay { get; init; }
    /// <summary>Day number after which the job is no longer found; <see cref="int.MaxValue"/>: never.</summary>
    public required int ClosesOn { get; init; }
    /// <summary>UTC ticks.</summary>
    public required long PublishedAt { get; init; }
    /// <summary>Concept URIs of the skills asked for.</summary>
    public required int[] Skills { get; init; }

    public static JobFacts Of(JobNeed job, int length, Codes codes) => new()
    {
        Id = job.Id,
        Version = job.Version,
        Length = length,
        Country = codes.Intern(job.Country),
        Mode = codes.Intern(job.Mode),
        Contract = codes.Intern(job.Contract),
        Language = codes.Intern(PrimarySubtag(job.Language)),
        Currency = codes.Intern(job.Currency),
        Pay = MonthlyPay(job.PayMax ?? job.PayMin, job.PayPeriod),
        ClosesOn = job.ClosesOn?.DayNumber ?? int.MaxValue,
        PublishedAt = (job.PublishedAt ?? job.UpdatedAt).UtcTicks,
        Skills = [.. job.Skills.Where(need => need.Skill.Uri is not null).Select(need => codes.Intern(need.Skill.Uri)).Distinct()],
    };

    /// <summary>An amount per month: an hour's pay times 173.33 (40 hours in 52 weeks, by 12), a year's by 12.</summary>
    public static double MonthlyPay(decimal? amount, string? period) => (double)(amount ?? 0) * period switch
    {
        "hour" => 173.33,
        "year" => 1 / 12.0,
        _ => 1,
    };

    public void Write(BinaryWriter writer)
    {
        writer.Write(Id.ToByteArray());
        writer.Write(Version);
        writer.Write(Length);
        writer.Write(Country);
        writer.Write(Mode);
        writer.Write(Contract);
        writer.Write(Language);
        writer.Write(Currency);
        writer.Write(Pay);
        writer.Write(ClosesOn);
        writer.Write(PublishedAt);
        Pack.Write(writer, Skills);
    }

    public static JobFacts Read(BinaryReader reader) => new()
    {
        Id = new(reader.ReadBytes(16)),
        Version = reader.ReadInt32(),
        Length = reader.ReadInt32(),
        Country = reader.ReadInt32(),
        Mode = reader.ReadInt32(),
        Contract = reader.ReadInt32(),
        Language = reader.ReadInt32(),
        Currency = reader.ReadInt32(),
        Pay = reader.ReadDouble(),
        ClosesOn = reader.ReadInt32(),
        PublishedAt = reader.ReadInt64(),
        Skills = Pack.ReadInts(reader),
    };

    /// <summary><c>zh</c> for <c>zh-Hans-CN</c>.</summary>
    static string PrimarySubtag(string language) => language.Split('-', '_')[0].ToLowerInvariant();
}
