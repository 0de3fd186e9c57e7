using FsCheck;
using FsCheck.Fluent;
using Talent.Contracts.Placements;
using Talent.Placements.Domain;

namespace Talent.Placements.Tests.Domain;

/// <summary>Whatever is done in whatever order by whomever, a candidacy stands only where the table of steps
/// leads.</summary>
public sealed class StageMachineProperties
{
    static readonly DateTimeOffset Start = new(2030, 1, 2, 8, 0, 0, TimeSpan.Zero);
    static readonly string[] AllSides = [Sides.Employer, Sides.Graduate, Sides.Coordinator, Sides.Office];
    static readonly string[] Contracts = ["permanent", "internship", "order-training"];

    [Fact]
    public void No_sequence_of_calls_reaches_an_illegal_state()
    {
        var seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
        Prop.ForAll(seeds, seed => Walk(seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void The_walks_reach_every_stage()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 400; seed++)
            Walk(seed, reached);
        reached.ShouldBe(Stages.All, ignoreOrder: true);
    }

    static void Walk(int seed, HashSet<string>? reached = null)
    {
        var random = new Random(seed);
        var now = Start;
        var job = new JobFacts(
            Guid.CreateVersion7(), Guid.CreateVersion7(), Contracts[random.Next(3)], "Asia/Kolkata",
            random.Next(1, 30));
        Guid? college = random.Next(4) == 0 ? null : Guid.CreateVersion7();
        var one = Candidacy.Apply(job, Guid.CreateVersion7(), college, null, null, By(Sides.Graduate), now);
        for (var call = 0; call < 150; call++)
        {
            now += TimeSpan.FromMinutes(random.Next(5) == 0 ? random.Next(60 * 24 * 150) : random.Next(8));
            var (before, version, moves) = (one.Snapshot(), one.Version, one.Moves.Count(move => !move.Undone));
            var actor = By(AllSides[Biased(random, one)]);
            var undoes = random.Next(12) == 0;
            var last = one.LastMove;
            var error = undoes ? one.Undo(actor, now, out _) : Call(one, random, actor, now);
            if (error is not null)
            {
                (one.Snapshot(), one.Version).ShouldBe((before, version), "a refused call changes nothing");
                continue;
            }
            one.Version.ShouldBeGreaterThan(version);
            if (undoes)
            {
                last!.Undone.ShouldBeTrue();
                one.Snapshot().ShouldBe(last.Before);
                last.Side.ShouldBe(actor.Side);
            }
            else if (one.Moves.Count(move => !move.Undone) > moves)
            {
                Legal(one.LastMove!, actor.Side);
                one.LastMove!.From.ShouldBe(before.Stage);
            }
            Consistent(one);
            reached?.Add(one.Stage);
        }
        reached?.Add(Stages.Applied);
    }

    static void Legal(Move move, string side)
    {
        if (move.To == Stages.Ended)
        {
            move.From.ShouldNotBe(Stages.Ended);
            return;
        }
        var step = StageMachine.Steps.Single(step => step.From == move.From && step.To == move.To
            && step.Deed == move.Deed && step.Exception == move.Exception);
        step.Sides.ShouldContain(side);
    }

    static void Consistent(Candidacy one)
    {
        one.LastMove!.To.ShouldBe(one.Stage);
        (one.EndReason is null).ShouldBe(one.Stage != Stages.Ended);
        (one.ReplyBy is null).ShouldBe(one.Stage != Stages.Applied);
        StageMachine.Rank(one.Reached).ShouldBeLessThan(StageMachine.Rank(Stages.Ended));
        if (one.Stage != Stages.Ended)
            one.Reached.ShouldBe(one.Stage);
        if (one.TakesSeat)
            one.AcceptedAt.ShouldNotBeNull();
        if (StageMachine.Rank(one.Reached) >= StageMachine.Rank(Stages.Started))
            one.StartedOn.ShouldNotBeNull();
        if (!StageMachine.IsOpen(one.Stage))
            one.NextCode.ShouldBeNull();
        one.Moves.Select(move => move.Number).ShouldBe(Enumerable.Range(1, one.Moves.Count));
    }

    static StepError? Call(Candidacy one, Random random, Actor by, DateTimeOffset now) => random.Next(14) switch
    {
        < 5 => one.Advance(by, null, null, null, null, now),
        5 => one.Advance(
            by, random.Next(2) == 0 ? null : Stages.All[random.Next(Stages.All.Count)],
            StepExceptions.All[random.Next(3)], "because", null, now),
        6 => one.ProposeInterview(by, now) ?? Proposed(one),
        7 => one.MakeOffer(
            by, random.Next(3) == 0 ? StepExceptions.WithoutInterview : null, now.AddDays(7), now),
        8 => one.AcceptOffer(by, now),
        9 => one.FollowUp(by, new FollowUpFinding(
            FollowUpPlan.Months[random.Next(4)], LocalDays.Today(now, one.Zone), random.Next(8) > 0, null, null, null,
            null,
            ""), now),
        10 => one.KeepPermit(by, new PermitProgress(true, random.Next(5) == 0 ? "refused" : "granted", null, null,
            null, null)),
        11 when random.Next(6) == 0 => one.Reject(by, RefusalReasons.Skills, null, now),
        12 when random.Next(6) == 0 => one.Withdraw(by, "because", now),
        13 when random.Next(6) == 0 => one.End(
            by, random.Next(2) == 0 ? EndReasons.Left : EndReasons.NotStarted, null, null, now),
        _ => one.Advance(by, null, null, null, null, now),
    };

    static StepError? Proposed(Candidacy one)
    {
        one.Owe("book-interview", Sides.Graduate, null, settles: false);
        return null;
    }

    // Mostly the side whose turn it is, so that walks get far.
    static int Biased(Random random, Candidacy one) => random.Next(3) == 0
        ? random.Next(AllSides.Length)
        : Math.Max(0, Array.IndexOf(AllSides, one.NextSide ?? Sides.Employer));

    static Actor By(string side) => new(Guid.CreateVersion7(), "Somebody", side);
}
