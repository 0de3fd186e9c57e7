using MassTransit;
using Microsoft.EntityFrameworkCore;

// Each type here breaks one rule, on purpose: the rules are proved on them.
namespace Talent.Architecture.Tests.Wrong
{
    public static class TypesModule
    {
        public static void AddTypes()
        {
        }

        public static void MapTypes()
        {
        }
    }

    public static class TalkativeModule
    {
        public static void AddTalkative()
        {
        }

        public static void Seed()
        {
        }
    }

    public sealed class Leaked;

    public sealed class Card : Microsoft.AspNetCore.Components.ComponentBase
    {
        public List<CardModel> Models { get; } = [];
    }

    public sealed record CardModel(CardLine Line);

    public sealed record CardLine(string Text);

    sealed class JobManager;

    sealed class OfferDto;

    abstract class OfferBase;

    sealed class Database;

    public record OpenlyChanged(string Text);

    sealed class RefreshOnOpenlyChanged : IConsumer<OpenlyChanged>
    {
        public Task Consume(ConsumeContext<OpenlyChanged> context) => Task.CompletedTask;
    }
}

namespace Talent.Architecture.Tests.Wrong.Common
{
    sealed class Anything;
}

namespace Talent.Architecture.Tests.Wrong.Domain
{
    sealed class StoredEntity
    {
        public DbSet<string>? Rows { get; init; }
    }

    sealed class SentEntity
    {
        public static string Publish(string text)
        {
            IBus? bus = text.Length > 0 ? null : throw new NotSupportedException();
            return bus?.Address.ToString() ?? $"{bus}";
        }
    }

    sealed class PlainEntity
    {
        public List<DateOnly> Days { get; } = [];
    }
}
