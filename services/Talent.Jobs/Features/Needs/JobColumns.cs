using System.Globalization;
using Talent.Contracts.Jobs;
using Talent.Platform.Intake;

namespace Talent.Jobs.Features.Needs;

/// <summary>The columns of a table of job needs, and how a row becomes an input.</summary>
static class JobColumns
{
    public static ColumnSet Set { get; } = new(
        new ColumnDefinition("external_id", ["id", "reference", "编号", "职位编号", "外部编号"], MaxLength: 100),
        new ColumnDefinition("title", ["job title", "position", "职位名称", "岗位名称", "职位"], Required: true, MaxLength: 200),
        new ColumnDefinition("description", ["job description", "职位描述", "岗位描述", "描述"], MaxLength: 4000),
        new ColumnDefinition("language", ["text language", "文本语言", "描述语言"]),
        new ColumnDefinition("occupation", ["职业", "工种"]),
        new ColumnDefinition("skills", ["required skills", "技能要求", "技能"], MaxLength: 8000),
        new ColumnDefinition("certificates", ["证书要求", "证书"], MaxLength: 4000),
        new ColumnDefinition("languages", ["language requirements", "语言要求", "语言能力"], MaxLength: 1000),
        new ColumnDefinition("education", ["学历要求", "学历"]),
        new ColumnDefinition("experience_months", ["experience", "工作经验（月）", "经验月数", "工作经验"]),
        new ColumnDefinition("mode", ["work mode", "工作方式", "办公方式"]),
        new ColumnDefinition("country", ["国家", "工作国家", "国家地区"], Required: true),
        new ColumnDefinition("city", ["城市", "工作城市"]),
        new ColumnDefinition("time_zone", ["zone", "timezone", "时区"]),
        new ColumnDefinition("remote_countries", ["远程国家", "可远程国家"], MaxLength: 1000),
        new ColumnDefinition("overlap_hours", ["重叠工时", "重叠小时"]),
        new ColumnDefinition("contract", ["contract type", "合同类型", "用工形式"]),
        new ColumnDefinition("openings", ["headcount", "招聘人数", "人数"]),
        new ColumnDefinition("pay_min", ["salary min", "最低薪资", "薪资下限"]),
        new ColumnDefinition("pay_max", ["salary max", "最高薪资", "薪资上限"]),
        new ColumnDefinition("currency", ["币种", "货币"]),
        new ColumnDefinition("pay_period", ["salary period", "计薪周期", "薪资周期"]),
        new ColumnDefinition("permit", ["work permit", "工作许可", "签证"]),
        new ColumnDefinition("starts_on", ["start date", "开始日期", "到岗日期"]),
        new ColumnDefinition("closes_on", ["closing date", "deadline", "截止日期"]),
        new ColumnDefinition("reply_within_days", ["回复期限", "回复天数"]));

    /// <summary>Two rows that show how lists are written.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Examples(DateTimeOffset now) =>
    [
        [
            "NEED-001", "Industrial robot technician", "Commissioning of welding cells.", "en",
            "Industrial robot technician", "PLC programming:3!;Robot welding:2", "brics-skills-passport/industrial-robotics:2!",
            "zh:HSK3!;en:B1", "5", "12", "onsite", "MY", "Penang", "Asia/Kuala_Lumpur", "", "", "fixed", "4", "3500",
            "4800", "MYR", "month", "provided", Date(now.AddDays(90)), Date(now.AddDays(60)), "14",
        ],
        [
            "NEED-002", "远程数据标注工程师", "负责图像数据标注与质量检查。", "zh", "", "Python:2!", "", "zh:HSK4!", "6", "0", "远程",
            "中国", "厦门", "Asia/Shanghai", "EG;ZA;BR", "3", "internship", "2", "6000", "8000", "CNY", "month",
            "not-needed", Date(now.AddDays(60)), Date(now.AddDays(45)), "7",
        ],
    ];

    /// <summary>What the cells say; what cannot be read goes to <paramref name="errors"/>.</summary>
    public static JobNeedInput Read(ImportRow row, List<RowError> errors) => new()
    {
        ExternalId = row["external_id"],
        Title = row["title"],
        Description = row["description"],
        Language = row["language"],
        Occupation = row["occupation"],
        Skills = ListCells.SkillDemands("skills", row["skills"]).Into(errors),
        Certificates = ListCells.CertificateDemands("certificates", row["certificates"]).Into(errors),
        Languages = ListCells.LanguageDemands("languages", row["languages"]).Into(errors),
        Education = ListCells.Education("education", row["education"]).Into(errors),
        ExperienceMonths = CellParsers.Number("experience_months", row["experience_months"], 0, 600).Into(errors),
        Mode = row["mode"],
        Country = row["country"],
        City = row["city"],
        Zone = row["time_zone"],
        Remote = new RemoteTerms(
            ListCells.Countries("remote_countries", row["remote_countries"]).Into(errors),
            CellParsers.Number("overlap_hours", row["overlap_hours"], 0, 9).Into(errors)),
        Contract = row["contract"],
        Openings = CellParsers.Number("openings", row["openings"], 1, 10_000).Into(errors),
        Pay = new PayRange(
            CellParsers.Amount("pay_min", row["pay_min"]).Into(errors),
            CellParsers.Amount("pay_max", row["pay_max"]).Into(errors), row["currency"], row["pay_period"]),
        Permit = row["permit"],
        StartsOn = CellParsers.Date("starts_on", row["starts_on"]).Into(errors),
        ClosesOn = CellParsers.Date("closes_on", row["closes_on"]).Into(errors),
        ReplyWithinDays = CellParsers.Number("reply_within_days", row["reply_within_days"], 1, 90).Into(errors),
    };

    /// <summary>Where in the JSON body a column's value stands: <c>pay_min</c> → <c>$.pay.min</c>.</summary>
    public static string JsonPath(string? column) => column switch
    {
        null => "$",
        "education" => "$.education.isced",
        "time_zone" => "$.zone",
        "remote_countries" => "$.remote.countries",
        "overlap_hours" => "$.remote.overlapHours",
        "pay_min" => "$.pay.min",
        "pay_max" => "$.pay.max",
        "currency" => "$.pay.currency",
        "pay_period" => "$.pay.period",
        "external_id" => "$.externalId",
        "experience_months" => "$.experienceMonths",
        "starts_on" => "$.startsOn",
        "closes_on" => "$.closesOn",
        "reply_within_days" => "$.replyWithinDays",
        _ => "$." + column,
    };

    static string Date(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
