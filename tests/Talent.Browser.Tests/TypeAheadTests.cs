using Microsoft.Playwright;

namespace Talent.Browser.Tests;

/// <summary>Skills and occupations offered while they are typed, by keyboard and by mouse.</summary>
public sealed class TypeAheadTests(Installation installation)
{
    [Theory]
    [InlineData("en", "plc p", "PLC programming")]
    [InlineData("zh", "光伏", "光伏")]
    public async Task A_skill_is_offered_in_the_persons_language_and_chosen_by_keyboard(
        string language, string text, string expected)
    {
        await using var session = await installation.OpenAsync(language);
        await session.SignInAsync(installation.LinkOf("graduate"));
        await session.GotoAsync("/graduate/profile");
        var page = session.Page;
        var field = page.Locator("input[data-concepts=skill]").Last;
        await field.PressSequentiallyAsync(text);
        var options = page.Locator("[role=listbox] [role=option]");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(320, 900);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(320);
        await field.ScrollIntoViewIfNeededAsync();
        await session.PictureAsync("type-ahead");
        await field.PressAsync("ArrowDown");
        var active = await field.GetAttributeAsync("aria-activedescendant");
        (await page.Locator($"[id='{active}']").GetAttributeAsync("aria-selected")).ShouldBe("true");
        await field.PressAsync("Enter");
        (await field.InputValueAsync()).ShouldContain(expected);
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        session.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_occupations_stand_in_one_field_and_escape_leaves_what_was_typed()
    {
        await using var session = await installation.OpenAsync("en");
        await session.SignInAsync(installation.LinkOf("graduate"));
        await session.GotoAsync("/graduate/profile");
        var page = session.Page;
        var field = page.Locator("input[data-concepts=occupation]");
        await field.FillAsync(", Gardener");
        await field.PressAsync("Home");
        await field.PressSequentiallyAsync("weld");
        var options = page.Locator("[role=option]");
        await options.First.ClickAsync();
        (await field.InputValueAsync()).ShouldMatch("[Ww]eld.*, Gardener$");
        await field.PressAsync("End");
        await field.PressSequentiallyAsync(", electr");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await field.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        (await field.InputValueAsync()).ShouldEndWith(", electr");
        session.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suggestion_in_the_search_is_searched_for()
    {
        await using var session = await installation.OpenAsync("en");
        await session.GotoAsync("/jobs");
        var page = session.Page;
        await page.Locator("#q").PressSequentiallyAsync("robot wel");
        await page.Locator("[role=option]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".understood")).ToBeVisibleAsync();
        page.Url.ShouldContain("q=");
        session.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_chosen_quickly_one_after_the_other_are_all_taken_without_an_error()
    {
        await using var session = await installation.OpenAsync("en");
        await session.GotoAsync("/jobs");
        var page = session.Page;
        // The first answer is on its way when the second filter is chosen.
        await page.EvaluateAsync(
            """
            () => ['mode', 'contract'].forEach(name => {
              const box = document.querySelector(`.filters input[name=${name}]`);
              box.checked = true;
              box.dispatchEvent(new Event('change', { bubbles: true }));
            })
            """);
        await Assertions.Expect(page.Locator(".chip-remove")).ToHaveCountAsync(2);
        page.Url.ShouldContain("contract=");
        session.Faults.ShouldBeEmpty();
    }
}
