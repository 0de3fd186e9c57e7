using Talent.Platform.Reference;

namespace Talent.Platform.Tests.Reference;

public sealed class SocialCreditCodesTests
{
    [Theory]
    [InlineData("91350100M000100Y43", "91350100M000100Y43")]
    [InlineData(" 9135 0100 m000100y43 ", "91350100M000100Y43")]
    [InlineData("91350100-M000100Y-43", "91350100M000100Y43")]
    [InlineData("91350100M000100Y44", null)]
    [InlineData("91350100M000100Y4", null)]
    [InlineData("91350100M000100Y433", null)]
    [InlineData("9135O100M000100Y43", null)]
    [InlineData("91A50100M000100Y43", null)]
    [InlineData("９1350100M000100Y43", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_taken_when_its_check_character_is_right(string? written, string? code) =>
        SocialCreditCodes.Parse(written).ShouldBe(code);

    [Fact]
    public void Each_wrong_character_is_noticed()
    {
        const string code = "91350100M000100Y43";
        for (var place = 0; place < code.Length; place++)
        {
            foreach (var other in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(letter => letter != code[place]))
                SocialCreditCodes.Parse(code[..place] + other + code[(place + 1)..]).ShouldBeNull($"{other} at {place}");
        }
    }

    [Fact]
    public void Two_neighbours_that_changed_places_are_noticed()
    {
        const string code = "91350100M000100Y43";
        for (var place = 0; place < code.Length - 1; place++)
        {
            if (code[place] != code[place + 1])
                SocialCreditCodes.Parse(code[..place] + code[place + 1] + code[place] + code[(place + 2)..])
                    .ShouldBeNull($"at {place}");
        }
    }

    [Fact]
    public void A_remainder_of_nothing_gives_nought() =>
        SocialCreditCodes.CheckCharacter(new string('0', 17)).ShouldBe('0');
}
