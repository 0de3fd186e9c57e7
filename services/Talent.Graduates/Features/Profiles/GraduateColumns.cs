using Talent.Contracts.Graduates;
using Talent.Platform.Intake;

namespace Talent.Graduates.Features.Profiles;

/// <summary>The columns of a cohort roll, and how a row becomes an input.</summary>
static class GraduateColumns
{
    public static ColumnSet Set { get; } = new(
        new ColumnDefinition("external_id", ["id", "student id", "student number", "学号", "编号"], MaxLength: 100),
        new ColumnDefinition("name", ["full name", "姓名", "学员姓名"], Required: true, MaxLength: 200),
        new ColumnDefinition("email", ["e-mail", "mail", "邮箱", "电子邮箱"], MaxLength: 254),
        new ColumnDefinition("country", ["country of residence", "国家", "所在国家"], Required: true),
        new ColumnDefinition("city", ["城市", "所在城市"]),
        new ColumnDefinition("time_zone", ["zone", "timezone", "时区"]),
        new ColumnDefinition("nationality", ["citizenship", "国籍"]),
        new ColumnDefinition("institution", ["college", "school", "院校", "学校"]),
        new ColumnDefinition("programme", ["program", "major", "专业", "培训项目"]),
        new ColumnDefinition("cohort", ["class", "班级", "批次", "期班"]),
        new ColumnDefinition("education", ["education level", "学历"]),
        new ColumnDefinition("graduated_on", ["graduation date", "毕业日期", "结业日期"]),
        new ColumnDefinition("skills", ["技能"], MaxLength: 8000),
        new ColumnDefinition("certificates", ["证书"], MaxLength: 4000),
        new ColumnDefinition("languages", ["语言能力", "语言"], MaxLength: 1000),
        new ColumnDefinition("experience_months", ["experience", "工作经验（月）", "经验月数", "工作经验"]),
        new ColumnDefinition("work_permits", ["permits", "工作许可", "工作许可国家"], MaxLength: 1000),
        new ColumnDefinition("modes", ["work modes", "工作方式"]),
        new ColumnDefinition("countries", ["preferred countries", "意向国家"], MaxLength: 1000),
        new ColumnDefinition("contracts", ["contract types", "合同类型", "意向合同"]),
        new ColumnDefinition("min_pay", ["minimum pay", "最低期望薪资", "期望薪资"]),
        new ColumnDefinition("currency", ["币种", "货币"]),
        new ColumnDefinition("starts_from", ["available from", "可到岗日期", "最早到岗"]),
        new ColumnDefinition("visibility", ["可见性", "公开程度"]));

    /// <summary>Two rows that show how lists are written.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Examples { get; } =
    [
        [
            "S-0001", "Nomsa Example", "nomsa@example.org", "ZA", "Durban", "Africa/Johannesburg", "ZA",
            "Example Technical College", "Industrial robotics", "2026 Robotics A", "5", "2026-06-30",
            "PLC programming:3;Robot welding:2", "brics-skills-passport/industrial-robotics:2", "en:C1;zh:HSK3", "6",
            "ZA;BW", "onsite;hybrid", "MY;ZA", "fixed;permanent", "18000", "ZAR", "2026-09-01", "masked",
        ],
        [
            "S-0002", "示例学员", "student@example.net", "马来西亚", "Penang", "Asia/Kuala_Lumpur", "MY",
            "示例职业学院", "新能源技术", "2026 新能源 1 班", "大专", "2026年7月1日", "光伏安装:3", "", "zh:HSK5;en:B2", "0",
            "", "远程;现场", "", "", "", "", "", "公开",
        ],
    ];

    /// <summary>What the cells say; what cannot be read goes to <paramref name="errors"/>.</summary>
    public static GraduateInput Read(ImportRow row, List<RowError> errors) => new()
    {
        ExternalId = row["external_id"],
        Name = row["name"],
        Email = row["email"],
        Country = row["country"],
        City = row["city"],
        Zone = row["time_zone"],
        Nationality = row["nationality"],
        Education =
        [
            new EducationInput(
                row["institution"], row["programme"],
                ListCells.Education("education", row["education"]).Into(errors)?.Isced,
                To: CellParsers.Date("graduated_on", row["graduated_on"]).Into(errors), Cohort: row["cohort"]),
        ],
        Skills = ListCells.Skills("skills", row["skills"]).Into(errors),
        Certificates = ListCells.Certificates("certificates", row["certificates"]).Into(errors),
        Languages = ListCells.LanguagesSpoken("languages", row["languages"]).Into(errors),
        ExperienceMonths = CellParsers.Number("experience_months", row["experience_months"], 0, 600).Into(errors),
        WorkPermits = ListCells.Countries("work_permits", row["work_permits"]).Into(errors),
        Preferences = new PreferencesInput(
            ListCells.Options("modes", row["modes"], OptionSet.Modes).Into(errors),
            ListCells.Countries("countries", row["countries"]).Into(errors),
            ListCells.Options("contracts", row["contracts"], OptionSet.Contracts).Into(errors),
            CellParsers.Amount("min_pay", row["min_pay"]).Into(errors), row["currency"],
            CellParsers.Date("starts_from", row["starts_from"]).Into(errors)),
        Visibility = row["visibility"],
    };

    /// <summary>Where in the JSON body a column's value stands: <c>min_pay</c> → <c>$.preferences.minPay</c>.</summary>
    public static string JsonPath(string? column) => column switch
    {
        null => "$",
        "external_id" => "$.externalId",
        "time_zone" => "$.zone",
        "institution" or "programme" or "cohort" or "graduated_on" => "$.education",
        "experience_months" => "$.experienceMonths",
        "work_permits" => "$.workPermits",
        "modes" or "countries" or "contracts" or "currency" or "occupations" => "$.preferences." + column,
        "min_pay" => "$.preferences.minPay",
        "starts_from" => "$.preferences.startsFrom",
        "hours" => "$.availability.hours",
        _ => "$." + column,
    };

}
