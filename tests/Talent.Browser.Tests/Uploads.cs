using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Talent.Platform.Intake;

namespace Talent.Browser.Tests;

/// <summary>Spreadsheets, and how people bring them in.</summary>
static class Uploads
{
    /// <summary>Uploads by the page's form and watches until the import is done. With scripts the page stays the same one
    /// all along; without, it reloads itself.</summary>
    public static async Task UploadAsync(Session session, string area, byte[] workbook, bool script)
    {
        var page = session.Page;
        await page.Locator($"header a[href$='{area}/import']").ClickAsync();
        await page.Locator("#f-file").SetInputFilesAsync(new FilePayload
        {
            Name = "upload.xlsx", MimeType = TableWriter.MediaType(TableFormat.Xlsx), Buffer = workbook,
        });
        await page.Locator("form[enctype] button[type=submit]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(
            new Regex($"/{session.Language}{area}/imports/", RegexOptions.None, TimeSpan.FromSeconds(1)));
        // Where the browser is slower than the import there is nothing left to watch.
        var watched = script && await page.Locator("#import-status a.btn-primary").CountAsync() == 0;
        if (watched)
            await page.EvaluateAsync("() => { window.sameAllAlong = true; }");
        await Assertions.Expect(page.Locator("#import-status a.btn-primary")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        (await page.Locator(".tally-bad").CountAsync()).ShouldBe(0, await page.Locator("#import-status").InnerTextAsync());
        if (watched)
            (await page.EvaluateAsync<bool>("() => window.sameAllAlong === true")).ShouldBeTrue();
        await session.PictureAsync($"journey-import{area.Replace('/', '-')}-{script}");
    }

    public static byte[] JobNeeds(int rows, string run) => Workbook(
        ["external_id", "title", "description", "language", "skills", "languages", "mode", "country", "city", "contract",
            "openings", "permit", "pay_min", "pay_max", "currency", "pay_period"],
        Enumerable.Range(1, rows).Select(row => (IReadOnlyList<string?>)
        [
            string.Create(CultureInfo.InvariantCulture, $"{run}-{row:0000}"), $"Robot welding technician {row}",
            "Programming and upkeep of welding cells.", "en", "PLC programming:2!;Robot welding:2", "en:A2!", "onsite", "EG",
            "Cairo", "permanent", "2", "provided", "9000", "15000", "EGP", "month",
        ]));

    /// <summary>A roll of one graduate, whose account has the address.</summary>
    public static byte[] RollOf(string cohort, string name, string email) => Workbook(
        ["external_id", "name", "email", "country", "city", "nationality", "institution", "programme", "cohort", "education",
            "skills", "languages", "visibility"],
        [
            [
                $"{cohort} 1", name, email, "EG", "Cairo", "EG", "Example College", "Industrial robotics", cohort, "5",
                "PLC programming:4;Robot welding:4", "en:C1;ar:C2", "masked",
            ],
        ]);

    public static byte[] Roll(int rows, string cohort) => Workbook(
        ["external_id", "name", "country", "city", "nationality", "institution", "programme", "cohort", "education", "skills",
            "languages", "visibility"],
        Enumerable.Range(1, rows).Select(row => (IReadOnlyList<string?>)
        [
            $"{cohort} {row}", $"Example Student {row}", "EG", "Cairo", "EG", "Example College", "Industrial robotics", cohort,
            "5", "PLC programming:4;Robot welding:4;Industrial robot maintenance:4;Robot programming:4", "en:C1;zh:HSK4;ar:C2",
            "open",
        ]));

    public static byte[] Workbook(string[] headings, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var file = new MemoryStream();
        TableWriter.Write(file, TableFormat.Xlsx, headings, rows);
        return file.ToArray();
    }
}
