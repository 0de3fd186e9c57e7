namespace Talent.Platform.Tests;

public sealed class OrderedIdsTests
{
    static readonly DateTimeOffset Now = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_made_in_one_millisecond_rise_and_differ()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => OrderedIds.Next(Now)).ToList();

        ids.ShouldBe(ids.Order().ToList());
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.ShouldAllBe(id => id.Version == 7 && id.Variant >= 8 && id.Variant <= 11);
    }

    [Fact]
    public async Task Ids_made_at_once_differ()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 2_000).Select(_ => OrderedIds.Next(Now)).ToList())));

        made.SelectMany(ids => ids).Distinct().Count().ShouldBe(16_000);
        made.ShouldAllBe(ids => ids.SequenceEqual(ids.Order()));
    }
}
