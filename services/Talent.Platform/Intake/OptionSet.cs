using System.Collections.Frozen;
using Talent.Platform.Reference;

namespace Talent.Platform.Intake;

/// <summary>A closed set of values, with the words people write for them in English and Chinese.</summary>
public sealed class OptionSet
{
    readonly FrozenDictionary<string, string> valuesByText;

    OptionSet(params (string Value, string[] Words)[] options)
    {
        Values = [.. options.Select(option => option.Value)];
        valuesByText = options
            .SelectMany(option => option.Words.Append(option.Value)
                .Select(word => KeyValuePair.Create(ReferenceText.Fold(word), option.Value))
                .DistinctBy(pair => pair.Key, StringComparer.Ordinal))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Where the work is done.</summary>
    public static OptionSet Modes { get; } = new(
        ("onsite", ["on site", "office", "现场", "现场办公", "坐班", "到岗"]),
        ("hybrid", ["mixed", "混合", "混合办公"]),
        ("remote", ["home office", "远程", "远程办公", "居家"]));

    /// <summary>Kinds of contract.</summary>
    public static OptionSet Contracts { get; } = new(
        ("permanent", ["indefinite", "长期", "无固定期限", "正式", "全职"]),
        ("fixed", ["fixed term", "temporary", "固定期限", "定期", "合同制"]),
        ("internship", ["intern", "traineeship", "实习"]),
        ("order-training", ["order", "订单", "订单培养", "订单班"]));

    /// <summary>What a pay is paid for.</summary>
    public static OptionSet PayPeriods { get; } = new(
        ("hour", ["hourly", "per hour", "时", "小时", "每小时", "时薪"]),
        ("month", ["monthly", "per month", "月", "每月", "月薪"]),
        ("year", ["yearly", "annual", "per year", "年", "每年", "年薪"]));

    /// <summary>Who sees to the work permit.</summary>
    public static OptionSet Permits { get; } = new(
        ("provided", ["by employer", "提供", "雇主办理", "企业办理"]),
        ("assisted", ["with help", "协助", "协助办理"]),
        ("own", ["by applicant", "自备", "自行办理"]),
        ("not-needed", ["none", "无需", "不需要"]));

    /// <summary>Who may see a profile.</summary>
    public static OptionSet Visibilities { get; } = new(
        ("hidden", ["private", "隐藏", "不公开"]),
        ("masked", ["anonymous", "匿名", "脱敏"]),
        ("open", ["public", "公开"]));

    /// <summary>What stands behind a skill.</summary>
    public static OptionSet Evidence { get; } = new(
        ("self", ["self assessed", "自评", "自述"]),
        ("assessed", ["assessment", "考核", "测评"]),
        ("contest", ["competition", "竞赛", "大赛"]),
        ("certificate", ["certified", "证书"]));

    /// <summary>How much a demand matters.</summary>
    public static OptionSet Importance { get; } = new(
        ("required", ["must", "必需", "必须", "必备"]),
        ("preferred", ["nice to have", "optional", "优先", "加分"]));

    /// <summary>Who pays a fee.</summary>
    public static OptionSet Payers { get; } = new(
        ("employer", ["company", "企业", "雇主", "用人单位"]),
        ("graduate", ["applicant", "毕业生", "个人", "本人"]));

    /// <summary>Levels of education as ISCED 2011 levels.</summary>
    internal static OptionSet IscedLevels { get; } = new(
        ("0", ["early childhood", "学前"]),
        ("1", ["primary", "小学"]),
        ("2", ["lower secondary", "初中"]),
        ("3", ["upper secondary", "high school", "secondary vocational", "高中", "中专", "职高", "技校", "中职"]),
        ("4", ["post-secondary"]),
        ("5", ["short-cycle tertiary", "associate", "diploma", "大专", "专科", "高职"]),
        ("6", ["bachelor", "bachelors", "bachelor's degree", "本科", "学士"]),
        ("7", ["master", "masters", "master's degree", "硕士", "研究生"]),
        ("8", ["doctor", "doctorate", "PhD", "博士"]));

    /// <summary>The values, in the order they are offered.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The value a word means; null when none.</summary>
    public string? Find(string? text) => valuesByText.GetValueOrDefault(ReferenceText.Fold(text));
}
