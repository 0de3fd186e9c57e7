using FsCheck;
using FsCheck.Fluent;
using Talent.Contracts.Jobs;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;
using Talent.Placements.Features.Offers;

namespace Talent.Placements.Tests.Offers;

/// <summary>Terms: compared with what was advertised, hashed as what is signed, reckoned in another currency.</summary>
public sealed class OfferTermsTests
{
    static readonly DateOnly Day = new(2026, 6, 1);

    static readonly Dictionary<string, Rate> Rates = new(StringComparer.Ordinal)
    {
        ["USD"] = new("USD", 1, new DateOnly(2026, 5, 1), "bank"),
        ["EUR"] = new("EUR", 0.8m, new DateOnly(2026, 5, 2), "bank"),
        ["EGP"] = new("EGP", 50m, new DateOnly(2026, 4, 30), "office"),
    };

    static readonly OfferTerms Terms = new()
    {
        Title = "Robot technician",
        Contract = "fixed",
        Country = "DE",
        City = "Bremen",
        Mode = "onsite",
        Pay = 2000,
        Currency = "EUR",
        PayPeriod = "month",
        PayNet = false,
        DeductionsPercent = 25,
        HoursPerWeek = 40,
        Zone = "Europe/Berlin",
        StartsOn = Day,
        EndsOn = Day.AddYears(1),
        ProbationMonths = 3,
        NoticeDays = 28,
        Fees = [new Fee("visa", "employer")],
        Permit = "provided",
        Travel = "employer",
        Other = "Lunch, \"free\"",
    };

    [Fact]
    public void What_was_advertised_is_not_worse() => Worse(Terms).ShouldBeEmpty();

    /// <summary>Each term made worse alone, and the only one flagged.</summary>
    public static TheoryData<string, OfferTerms> MadeWorse => new()
    {
        { "pay", Terms with { Pay = 1999 } },
        { "pay", Terms with { Pay = 23_999, PayPeriod = "year" } },
        { "pay", Terms with { Pay = 11, PayPeriod = "hour", HoursPerWeek = 40 } },
        { "pay", Terms with { Pay = 2499, Currency = "USD" } },
        { "pay", Terms with { Pay = 1_000_000, Currency = "XOF" } },
        { "contract", Terms with { Contract = "internship" } },
        { "mode", Terms with { Mode = "onsite" } },
        { "place", Terms with { Country = "PL" } },
        { "place", Terms with { City = "Emden" } },
        { "start", Terms with { StartsOn = Day.AddDays(1) } },
        { "permit", Terms with { Permit = "own" } },
        { "fees", Terms with { Fees = [] } },
        { "fees", Terms with { Fees = [new Fee("visa", "graduate")] } },
        { "fees", Terms with { Fees = [new Fee("visa", "employer"), new Fee("dormitory", "graduate")] } },
    };

    [Theory, MemberData(nameof(MadeWorse))]
    public void A_worse_term_is_flagged_and_no_other(string term, OfferTerms offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var job = term == "mode" ? Job with { Mode = "hybrid" } : Job;
        OfferComparison.Worse(job, offer, Rates).ShouldBe([term]);
    }

    [Fact]
    public void A_better_term_is_not_flagged()
    {
        Worse(Terms with { Pay = 2500, Currency = "USD" }).ShouldBeEmpty();
        Worse(Terms with { Pay = 24_000, PayPeriod = "year", Contract = "permanent", EndsOn = null }).ShouldBeEmpty();
        Worse(Terms with { Permit = "not-needed", Mode = "remote", StartsOn = Day.AddDays(-10) }).ShouldBeEmpty();
    }

    [Fact]
    public void Pay_is_compared_after_deductions_when_that_was_advertised()
    {
        var net = Job with { PayNet = true, PayMin = 1500 };
        OfferComparison.Worse(net, Terms, Rates).ShouldBeEmpty();
        OfferComparison.Worse(net, Terms with { Pay = 1999 }, Rates).ShouldBe(["pay"]);
        // Nobody knows what is left of it.
        OfferComparison.Worse(net, Terms with { DeductionsPercent = null }, Rates).ShouldBe(["pay"]);
        OfferComparison.Worse(Job, Terms with { PayNet = true, Pay = 1500 }, Rates).ShouldBeEmpty();
    }

    [Fact]
    public void The_hash_changes_with_any_term()
    {
        OfferTerms[] others =
        [
            Terms with { Title = "Technician" }, Terms with { Contract = "permanent" }, Terms with { Country = "PL" },
            Terms with { City = null }, Terms with { Mode = "hybrid" }, Terms with { Pay = 2000.01m }, Terms with { Currency = "PLN" },
            Terms with { PayPeriod = "year" }, Terms with { PayNet = true }, Terms with { DeductionsPercent = null },
            Terms with { HoursPerWeek = 39.5m }, Terms with { Zone = "Europe/Warsaw" }, Terms with { StartsOn = Day.AddDays(1) },
            Terms with { EndsOn = null }, Terms with { ProbationMonths = 0 }, Terms with { NoticeDays = 29 }, Terms with { Fees = [] },
            Terms with { Fees = [new Fee("visa", "graduate")] }, Terms with { Permit = "own" }, Terms with { Travel = "shared" },
            Terms with { Other = "Lunch, 'free'" },
        ];
        others.Length.ShouldBeGreaterThanOrEqualTo(typeof(OfferTerms).GetProperties().Length);
        others.Append(Terms).Select(OfferDocument.Hash).Distinct().Count().ShouldBe(others.Length + 1);
    }

    [Fact]
    public void The_same_terms_have_the_same_document_however_they_are_written()
    {
        OfferDocument.Hash(Terms with { Pay = 2000.00m, HoursPerWeek = 40.0m, Title = new string("Robot technician") })
            .ShouldBe(OfferDocument.Hash(Terms));
        OfferDocument.Canonical(Terms with { Title = null, Other = "a\"b\\c\nд面\u0001" }).ShouldBe((
            "{'city':'Bremen','contract':'fixed','country':'DE','currency':'EUR','deductionsPercent':25,'endsOn':'2027-06-01',"
            + "'fees':[{'paidBy':'employer','what':'visa'}],'hoursPerWeek':40,'mode':'onsite','noticeDays':28,"
            + "'other':'a\\'b\\\\c\\nд面\\u0001','pay':2000,'payNet':false,'payPeriod':'month','permit':'provided',"
            + "'probationMonths':3,'startsOn':'2026-06-01','travel':'employer','zone':'Europe/Berlin'}").Replace('\'', '"'));
        OfferDocument.Hash(new OfferTerms()).ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("{}"u8)));
    }

    [Fact]
    public void The_document_is_what_a_store_gives_back() => Prop.ForAll(
        Arb.From(Gen.Elements("é", "e\u0301", "𠮷", "\"", "\\", "</b>", "\u2028", "+", "&", "'", "а").NonEmptyListOf().Select(string.Concat)),
        text =>
        {
            var terms = Terms with { Other = text };
            var kept = System.Text.Json.JsonSerializer.Deserialize<OfferTerms>(
                System.Text.Json.JsonSerializer.Serialize(terms, Platform.Store.JsonColumn.Options), Platform.Store.JsonColumn.Options)!;
            return OfferDocument.Hash(kept) == OfferDocument.Hash(terms);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_left_is_reckoned_with_the_rates_date_and_source()
    {
        var home = MonthlyPay.Estimate(Terms, "EGP", Rates, Day).ShouldNotBeNull();
        home.ShouldBe(new TakeHome(93_750, "EGP", 62.5m, new DateOnly(2026, 4, 30), "bank; office", AfterDeductions: true));
        MonthlyPay.Estimate(Terms with { DeductionsPercent = null }, "EGP", Rates, Day)!.AfterDeductions.ShouldBeFalse();
        MonthlyPay.Estimate(Terms with { Pay = 12, PayPeriod = "hour", PayNet = true }, "EUR", Rates, Day)!.Amount.ShouldBe(2080);
        MonthlyPay.Estimate(Terms with { Currency = "USD" }, "EUR", Rates, Day)!.RateOn.ShouldBe(new DateOnly(2026, 5, 2));
        MonthlyPay.Estimate(Terms, "XOF", Rates, Day).ShouldBeNull();
        MonthlyPay.Estimate(Terms with { Pay = null }, "EGP", Rates, Day).ShouldBeNull();
    }

    [Fact]
    public void Each_country_and_contract_has_a_template_and_says_where_it_is_from()
    {
        OfferTemplates.Known.Count.ShouldBeGreaterThanOrEqualTo(18);
        foreach (var country in OfferTemplates.Known.Append("ZZ"))
        {
            foreach (var contract in new[] { "permanent", "fixed", "internship", "order-training" })
            {
                var facts = OfferTemplates.For(country, contract);
                facts.Select(fact => fact.Term).ShouldBe(["hoursPerWeek", "probationMonths", "noticeDays"]);
                facts[0].Value.ShouldBeInRange(1, 60);
                facts[1].Value.ShouldBeInRange(0, 12);
                facts[2].Value.ShouldBeInRange(0, 180);
            }
        }
        OfferTemplates.For("ZZ", "permanent").ShouldAllBe(fact => fact.Source == null);
        var china = OfferTemplates.For("CN", "permanent");
        (china[1].Value, china[1].Source!.Contains("art. 19", StringComparison.Ordinal)).ShouldBe((6m, true));
        OfferTemplates.For("CN", "internship")[1].Source.ShouldBeNull();
    }

    static JobNeed Job { get; } = new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = Guid.CreateVersion7(),
        OrganisationName = "Example enterprise",
        Version = 1,
        State = "published",
        Title = "Robot technician",
        Language = "en",
        Mode = "onsite",
        Country = "DE",
        City = "Bremen",
        Zone = "Europe/Berlin",
        Contract = "fixed",
        Openings = 1,
        PayMin = 2000,
        PayMax = 2500,
        Currency = "EUR",
        PayPeriod = "month",
        Fees = [new Fee("Visa", "employer")],
        Permit = "provided",
        StartsOn = Day,
        ReplyWithinDays = 14,
        CreatedAt = default,
        UpdatedAt = default,
    };

    static IReadOnlySet<string> Worse(OfferTerms offer) => OfferComparison.Worse(Job, offer, Rates);
}
