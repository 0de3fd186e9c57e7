using Talent.Platform.Reference;

namespace Talent.Platform.Tests.Reference;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "Asia/Shanghai")]
    [InlineData("asia/kuala lumpur", "Asia/Kuala_Lumpur")]
    [InlineData("Asia/Calcutta", "Asia/Calcutta")]
    [InlineData("Etc/GMT-8", "Etc/GMT-8")]
    [InlineData("utc", "Etc/UTC")]
    public void Resolves_ids(string text, string id) =>
        Zones.Resolve(text).ShouldBe(id);

    [Theory]
    [InlineData("UTC+8")]
    [InlineData("Beijing")]
    [InlineData("Asia/Beijing")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_what_is_no_zone(string? text) => Zones.Resolve(text).ShouldBeNull();

    [Theory]
    [InlineData("Asia/Shangai", "Asia/Shanghai")]
    [InlineData("Shanghai", "Asia/Shanghai")]
    [InlineData("America/SaoPaolo", "America/Sao_Paulo")]
    public void Suggests_what_was_probably_meant(string text, string id) =>
        Zones.Suggest(text).ShouldContain(id, StringComparer.Ordinal);
}
