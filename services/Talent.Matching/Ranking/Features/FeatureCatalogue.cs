namespace Talent.Matching.Ranking.Features;

/// <summary>Which features a job is ranked by: those that it asks for, in the order in which they are shown.</summary>
internal static class FeatureCatalogue
{
    public static PairFeature[] For(JobFacts job, AdditiveModel model) =>
        [.. SkillsOf(job, model), .. ProofsOf(job, model), .. WishesOf(job, model)];

    static IEnumerable<PairFeature> SkillsOf(JobFacts job, AdditiveModel model)
    {
        var all = job.Skills.Select(skill => skill.Required).ToArray();
        foreach (var ask in job.Skills)
        {
            yield return new SkillLevelFeature(ask, model.Share("skill", ask.Required, all));
            yield return new VerifiedSkillFeature(ask, model.Share("verified", ask.Required, all), model.Worths);
        }
    }

    static IEnumerable<PairFeature> ProofsOf(JobFacts job, AdditiveModel model)
    {
        var certificates = job.Certificates.Select(need => need.Required).ToArray();
        foreach (var need in job.Certificates)
            yield return new CertificateFeature(
                need, model.Share("certificate", need.Required, certificates), model.UnverifiedCertificate);
        var languages = job.Languages.Select(need => need.Required).ToArray();
        foreach (var need in job.Languages)
            yield return new LanguageFeature(need, model.Share("language", need.Required, languages), model);
        if (job.ExperienceMonths > 0) yield return new ExperienceFeature(job.ExperienceMonths, model.Units("experience"));
        if (job.Isced > 0) yield return new EducationFeature(job.Isced, model.Units("education"), model);
    }

    static IEnumerable<PairFeature> WishesOf(JobFacts job, AdditiveModel model)
    {
        if (job.Occupation is { } occupation)
            yield return new OccupationFeature(occupation, model.Units("occupation"), model.Unstated);
        if (job.Fields.Count > 0) yield return new FieldFeature(job.Fields, model.Units("field"), model.Unstated);
        if (!job.Remote) yield return new CountryFeature(job.Country, model.Units("country"), model.Unstated);
        yield return new ModeFeature(job.Mode, model.Units("mode"), model.Unstated);
        if (job is { MonthlyPay: { } pay, Currency: { } currency })
            yield return new PayFeature(pay, currency, model.Units("pay"), model.Unstated);
        if (job.StartsOn is { } start) yield return new StartFeature(start, model.Units("start"), model.Unstated);
    }
}
