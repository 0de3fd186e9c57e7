using System.Text;
using Talent.Platform.Intake;

namespace Talent.Platform.Tests.Intake;

/// <summary>Columns like those of job needs, and files made of them.</summary>
static class SampleColumns
{
    public static readonly ColumnSet JobColumns = new(
        new("external_id", ["编号", "职位编号"], MaxLength: 100),
        new("title", ["job title", "职位名称", "岗位名称"], Required: true),
        new("country", ["国家"], Required: true),
        new("pay_min", ["minimum pay", "最低薪资"]),
        new("skills", ["技能要求"], MaxLength: 4000),
        new("description", ["职位描述"], MaxLength: 4000));

    public static TableFile Open(byte[] content, string name = "jobs.csv", FileLimits? limits = null) =>
        TableReader.Open(new MemoryStream(content), name, JobColumns, limits ?? FileLimits.Default);

    public static TableFile Open(string csv, FileLimits? limits = null) =>
        Open(Encoding.UTF8.GetBytes(csv), limits: limits);

    public static ImportRow[] Rows(string csv) => [.. Open(csv).Rows()];

    public static RowError Refusal(Func<TableFile> open) => Should.Throw<IntakeException>(open).Error;
}
