using Talent.Contracts.Placements;

namespace Talent.Web.Pages.Placements;

/// <summary>The order in which pages show the stages.</summary>
internal static class StageOrder
{
    /// <summary>Every stage but the end.</summary>
    public static IReadOnlyList<string> Open { get; } = [.. Stages.All.Where(stage => stage != Stages.Ended)];

    public static int Rank(string stage) => Stages.All.TakeWhile(known => known != stage).Count();

    /// <summary>True until an offer is accepted.</summary>
    public static bool IsApplication(string stage) => Rank(stage) < Rank(Stages.Accepted);

    /// <summary>Why a placement in a stage may be ended.</summary>
    public static IReadOnlyList<string> EndingReasons(string stage) => stage is Stages.Started or Stages.Lasting
        ? [EndReasons.Left, EndReasons.Dismissed, EndReasons.TermOver]
        : [EndReasons.PermitRefused, EndReasons.NotStarted];

    /// <summary>The furthest stage that an ended placement was in.</summary>
    public static string Reached(Placement placement) => placement.Stage != Stages.Ended
        ? placement.Stage
        : placement.Moves.Where(move => !move.Undone).Select(move => move.From).MaxBy(Rank) ?? Stages.Applied;
}
