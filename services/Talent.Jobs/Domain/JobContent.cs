using System.Text.Json;
using Talent.Contracts.Jobs;
using Talent.Platform.Store;

namespace Talent.Jobs.Domain;

static class JobContent
{
    /// <summary>True when both ask for the same; lists count in their order.</summary>
    public static bool Same(JobNeed left, JobNeed right) =>
        JsonSerializer.SerializeToUtf8Bytes(left, JsonColumn.Options).AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(right, JsonColumn.Options));
}
