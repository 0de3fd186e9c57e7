using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;

namespace Talent.Host.Demo;

/// <summary>A file that an organisation of the demo uploads.</summary>
/// <param name="Organisation">The key of the enterprise or college.</param>
/// <param name="Name">The file's name; its ending says the format.</param>
/// <param name="Rows">Job needs or graduates in it.</param>
public sealed record DemoFile(string Organisation, string Name, int Rows, byte[] Content);

/// <summary>A believable, wholly fictitious world to try the platform on: enterprises with job needs in Chinese, English,
/// Russian and Portuguese, and colleges with cohorts of graduates. Same seed and day, same bytes; external ids never
/// change, so that importing it again changes nothing.</summary>
public sealed class DemoData
{
    /// <summary>The seed of the data that an installation is filled with.</summary>
    public const int DefaultSeed = 2026;

    DemoData(
        IReadOnlyList<(DemoEmployer, IReadOnlyList<JobNeedInput>)> jobs,
        IReadOnlyList<(DemoCohort, IReadOnlyList<GraduateInput>)> graduates)
    {
        Jobs = jobs;
        Graduates = graduates;
        JobFiles = [.. jobs.Select(entry => DemoTables.Jobs(entry.Item1, entry.Item2))];
        Rolls = [.. graduates.Select(entry => DemoTables.Roll(entry.Item1, entry.Item2))];
    }

    /// <summary>Every enterprise with its job needs.</summary>
    public IReadOnlyList<(DemoEmployer Employer, IReadOnlyList<JobNeedInput> Needs)> Jobs { get; }

    /// <summary>Every cohort with its graduates.</summary>
    public IReadOnlyList<(DemoCohort Cohort, IReadOnlyList<GraduateInput> Graduates)> Graduates { get; }

    /// <summary>One file an enterprise, in various formats.</summary>
    public IReadOnlyList<DemoFile> JobFiles { get; }

    /// <summary>One CSV file a cohort.</summary>
    public IReadOnlyList<DemoFile> Rolls { get; }

    /// <summary>The colleges, also those without a cohort.</summary>
    public static IReadOnlyList<DemoOrganisation> Colleges => DemoCatalogue.Default.Colleges;

    /// <summary>Composes the data.</summary>
    /// <param name="today">All dates to come are counted from this day.</param>
    public static DemoData Create(int seed, DateOnly today)
    {
        var catalogue = DemoCatalogue.Default;
        var jobs = new DemoJobNeeds(catalogue, seed, today);
        return new DemoData(
            [.. catalogue.Employers.Select(employer => (employer, jobs.Of(employer)))],
            new DemoGraduates(catalogue, seed, today).All());
    }
}
