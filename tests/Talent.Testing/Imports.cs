using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Talent.Contracts.Platform;

namespace Talent.Testing;

/// <summary>Uploads of files.</summary>
public static class Imports
{
    /// <summary>The form that an upload is: the part <c>file</c> and, when it is given, <c>publish</c>.</summary>
    public static MultipartFormDataContent Form(string fileName, byte[] content, bool? publish = null)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { file, "file", fileName } };
        if (publish is { } now)
            form.Add(new StringContent(now ? "true" : "false"), "publish");
        return form;
    }

    /// <summary>Uploads a file to <c>/api/v1/{service}/imports</c> and waits until it has been taken in or refused.</summary>
    public static async Task<ImportReport> ImportAsync(
        this HttpClient client, string service, string fileName, byte[] content, bool? publish = null, TimeSpan? deadline = null)
    {
        var queued = await client.UploadAsync(service, fileName, content, publish);
        return await client.EndOfImportAsync(service, queued.Id, deadline);
    }

    /// <inheritdoc cref="ImportAsync(HttpClient, string, string, byte[], bool?, TimeSpan?)"/>
    public static Task<ImportReport> ImportAsync(this HttpClient client, string service, string fileName, string content) =>
        client.ImportAsync(service, fileName, Encoding.UTF8.GetBytes(content));

    /// <summary>Uploads a file; returns when the upload has been accepted.</summary>
    public static async Task<ImportReport> UploadAsync(
        this HttpClient client, string service, string fileName, byte[] content, bool? publish = null)
    {
        using var form = Form(fileName, content, publish);
        using var answer = await client.PostAsync(new Uri($"/api/v1/{service}/imports", UriKind.Relative), form);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<ImportReport>())!;
    }

    /// <summary>The report of an import, once it is done or has failed.</summary>
    public static Task<ImportReport> EndOfImportAsync(
        this HttpClient client, string service, Guid id, TimeSpan? deadline = null) =>
        Eventually.GetAsync(async () =>
        {
            var report = await client.GetFromJsonAsync<ImportReport>(
                new Uri($"/api/v1/{service}/imports/{id}", UriKind.Relative));
            return report?.State is "done" or "failed" ? report : null;
        }, deadline ?? TimeSpan.FromSeconds(60));
}
