using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Talent.Contracts.Graduates;
using Talent.Contracts.Jobs;
using Talent.Platform.Intake;
using Talent.Platform.Reference;

namespace Talent.Host.Demo;

/// <summary>Writes job needs and graduates as the files that organisations send: each enterprise in the format its
/// spreadsheet program would.</summary>
static class DemoTables
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static readonly (string Name, string Chinese)[] JobColumns =
    [
        ("external_id", "外部编号"), ("title", "职位名称"), ("description", "职位描述"), ("language", "文本语言"),
        ("occupation", "职业"), ("skills", "技能要求"), ("certificates", "证书要求"), ("languages", "语言要求"),
        ("education", "学历要求"), ("experience_months", "经验月数"), ("mode", "工作方式"), ("country", "国家"),
        ("city", "城市"), ("time_zone", "时区"), ("remote_countries", "远程国家"), ("overlap_hours", "重叠工时"),
        ("contract", "合同类型"), ("openings", "招聘人数"), ("pay_min", "最低薪资"), ("pay_max", "最高薪资"),
        ("currency", "币种"), ("pay_period", "薪资周期"), ("permit", "工作许可"), ("starts_on", "开始日期"),
        ("closes_on", "截止日期"), ("reply_within_days", "回复天数"),
    ];

    static readonly FrozenDictionary<string, string> ChineseWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["onsite"] = "现场办公", ["hybrid"] = "混合办公", ["remote"] = "远程办公",
        ["permanent"] = "长期", ["fixed"] = "固定期限", ["internship"] = "实习", ["order-training"] = "订单培养",
        ["provided"] = "企业办理", ["assisted"] = "协助办理", ["own"] = "自行办理", ["not-needed"] = "无需",
        ["hour"] = "小时", ["month"] = "月", ["year"] = "年",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly string[] GraduateColumns =
    [
        "external_id", "name", "email", "country", "city", "time_zone", "nationality", "institution", "programme", "cohort",
        "education", "graduated_on", "skills", "certificates", "languages", "experience_months", "work_permits", "modes",
        "countries", "contracts", "min_pay", "currency", "starts_from", "visibility",
    ];

    /// <summary>The file of an enterprise, by its format: <c>json</c>, or <c>csv</c> or <c>xlsx</c>, with <c>-zh</c> for
    /// Chinese headings and words, <c>-gb18030</c> for that encoding, <c>-semicolon</c> for that separator.</summary>
    public static DemoFile Jobs(DemoEmployer employer, IReadOnlyList<JobNeedInput> needs)
    {
        var parts = employer.Format.Split('-');
        var chinese = parts.Contains("zh");
        var content = parts[0] == "json"
            ? JsonSerializer.SerializeToUtf8Bytes(needs, Json)
            : Table(
                parts, [.. JobColumns.Select(column => chinese ? column.Chinese : column.Name)],
                needs.Select(need => Cells(chinese ? InChinese(need) : need)));
        return new DemoFile(employer.Key, $"{employer.Key}-jobs.{parts[0]}", needs.Count, content);
    }

    /// <summary>The roll of a cohort, as CSV.</summary>
    public static DemoFile Roll(DemoCohort cohort, IReadOnlyList<GraduateInput> graduates) => new(
        cohort.College, $"{cohort.Key}.csv", graduates.Count, Table(["csv"], GraduateColumns, graduates.Select(Cells)));

    static byte[] Table(string[] format, string[] headings, IEnumerable<string?[]> rows)
    {
        using var file = new MemoryStream();
        if (format[0] == "xlsx")
        {
            TableWriter.Write(file, TableFormat.Xlsx, headings, rows);
            return file.ToArray();
        }
        if (!format.Contains("semicolon") && !format.Contains("gb18030"))
        {
            TableWriter.Write(file, TableFormat.Csv, headings, rows);
            return file.ToArray();
        }
        var separator = format.Contains("semicolon") ? ';' : ',';
        var text = string.Concat(rows.Prepend(headings).Select(row => string.Join(separator, row.Select(Quoted)) + "\r\n"));
        var encoding = format.Contains("gb18030")
            ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!
            : new UTF8Encoding(false);
        return encoding.GetBytes(text);
    }

    static string Quoted(string? cell) => cell is not null && cell.AsSpan().IndexOfAny(",;\"\r\n") >= 0
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell ?? "";

    static JobNeedInput InChinese(JobNeedInput need) => need with
    {
        Country = Countries.Name(need.Country!, CultureInfo.GetCultureInfo("zh")),
        Mode = ChineseWords[need.Mode!],
        Contract = ChineseWords[need.Contract!],
        Permit = ChineseWords[need.Permit!],
        Pay = need.Pay! with { Period = ChineseWords[need.Pay.Period!] },
    };

    static string?[] Cells(JobNeedInput need) =>
    [
        need.ExternalId, need.Title, need.Description, need.Language, need.Occupation,
        List(need.Skills, skill => $"{skill.Skill}:{Text(skill.Level)}{Mark(skill.Importance)}"),
        List(need.Certificates, one => $"{one.Scheme}/{one.Field}:{Text(one.MinLevel)}{Mark(one.Importance)}"),
        List(need.Languages, one => $"{one.Language}:{Level(one.Scale, one.Min)}{Mark(one.Importance)}"),
        Text(need.Education?.Isced), Text(need.ExperienceMonths), need.Mode, need.Country, need.City, need.Zone,
        List(need.Remote?.Countries, country => country), Text(need.Remote?.OverlapHours), need.Contract,
        Text(need.Openings), Text(need.Pay?.Min), Text(need.Pay?.Max), need.Pay?.Currency, need.Pay?.Period, need.Permit,
        Text(need.StartsOn), Text(need.ClosesOn), Text(need.ReplyWithinDays),
    ];

    static string?[] Cells(GraduateInput graduate)
    {
        var education = graduate.Education![0];
        var wishes = graduate.Preferences!;
        return
        [
            graduate.ExternalId, graduate.Name, graduate.Email, graduate.Country, graduate.City, graduate.Zone,
            graduate.Nationality, education.Institution, education.Programme, education.Cohort, Text(education.Isced),
            Text(education.To), List(graduate.Skills, skill => $"{skill.Skill}:{Text(skill.Level)}"),
            List(graduate.Certificates, one => $"{one.Scheme}/{one.Field}:{Text(one.Level)}"),
            List(graduate.Languages, one => $"{one.Language}:{Level(one.Scale, one.Level)}"),
            Text(graduate.ExperienceMonths), List(graduate.WorkPermits, country => country),
            List(wishes.Modes, mode => mode), List(wishes.Countries, country => country),
            List(wishes.Contracts, contract => contract), Text(wishes.MinPay), wishes.Currency, Text(wishes.StartsFrom),
            graduate.Visibility,
        ];
    }

    static string? List<T>(IReadOnlyList<T>? items, Func<T, string> write) =>
        items is null ? null : string.Join(';', items.Select(write));

    static string Mark(string? importance) => importance == "required" ? "!" : "";

    static string? Level(string? scale, string? level) => scale == "HSK" ? scale + level : level;

    static string? Text(IFormattable? value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value?.ToString(null, CultureInfo.InvariantCulture),
    };
}
