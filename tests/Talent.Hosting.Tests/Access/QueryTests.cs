using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Talent.Testing;

namespace Talent.Hosting.Tests.Access;

/// <summary>What stands in a query and is no number, date, or id where one belongs is named, at every endpoint.</summary>
public sealed class QueryTests
{
    [Fact]
    public async Task A_parameter_that_cannot_be_read_is_named_with_what_would_be_right()
    {
        await using var app = await TalentApp.StartAsync();
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var (method, route, endpoint) in AccessTable.Endpoints(app))
        {
            if (method != "GET" || !route.StartsWith("/api/", StringComparison.Ordinal))
                continue;
            var who = AccessTable.WhoMayCall(method, route)!.Split(' ')[0];
            using var client = app.ClientOf(who == "anonymous" ? null : TalentApp.Person(who));
            foreach (var parameter in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>())
            {
                var type = parameter.ParameterInfo.ParameterType;
                if (!parameter.HasTryParse || type == typeof(string)
                    || endpoint.RoutePattern.GetParameter(parameter.Name) is not null)
                    continue;
                asked++;
                var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
                using var answer = await client.GetAsync(new Uri(AccessTable.Filled(route) + $"?{name}=abc", UriKind.Relative));
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode != HttpStatusCode.BadRequest || !NamesIt(text, name))
                    wrong.Add($"{route}?{name}=abc ({type.Name}): {(int)answer.StatusCode} {text}");
            }
        }
        wrong.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(25);
    }

    [Fact]
    public async Task Every_unreadable_parameter_of_a_call_is_named_and_readable_ones_are_not()
    {
        await using var app = await TalentApp.StartAsync();
        using var client = app.ClientOf(null);
        using var answer = await client.GetAsync(
            new Uri("/api/v1/matching/search/jobs?q=x&payMin=lots&limit=1.5&currency=CNY", UriKind.Relative));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var errors = problem.RootElement.GetProperty("errors");
        errors.EnumerateObject().Select(error => error.Name).ShouldBe(["payMin", "limit"]);
        errors.GetProperty("limit")[0].GetProperty("message").GetString().ShouldBe("limit is “1.5”; give a whole number, such as 20.");
    }

    static bool NamesIt(string problem, string name)
    {
        using var read = JsonDocument.Parse(problem);
        return read.RootElement.TryGetProperty("errors", out var errors) && errors.TryGetProperty(name, out var error)
            && error[0].GetProperty("message").GetString()!.Contains("abc", StringComparison.Ordinal);
    }
}
