using Microsoft.AspNetCore.Identity;

namespace Talent.Identity.Domain;

/// <summary>A person who can sign in. Its address is always a confirmed one: an account is made when the link in the mail
/// was followed.</summary>
sealed class Account : IdentityUser<Guid>
{
    public string Name { get; private set; } = "";
    /// <summary>BCP 47; of mails and pages.</summary>
    public string Language { get; private set; } = "en";
    /// <summary>IANA id.</summary>
    public string Zone { get; private set; } = "Etc/UTC";
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>One of the demo's people: no second factor is asked of it.</summary>
    public bool IsDemo { get; private set; }
    /// <summary>For which organisation the next session acts; null: as a graduate, or the first membership.</summary>
    public Guid? ActsFor { get; private set; }
    /// <summary>The authenticator app's secret, encrypted; null without one.</summary>
    public string? SecondFactorKey { get; private set; }
    /// <summary>A secret that was shown but not confirmed yet, encrypted.</summary>
    public string? OfferedKey { get; private set; }
    /// <summary>The time step of the last code taken: no code is taken twice.</summary>
    public long LastCodeStep { get; private set; }
    /// <summary>Rises with each change that other services are told of.</summary>
    public long PersonVersion { get; private set; }

    public static Account Of(Guid id, string email, string normalisedEmail, string passwordHash, DateTimeOffset now) => new()
    {
        Id = id,
        Email = email,
        NormalizedEmail = normalisedEmail,
        EmailConfirmed = true,
        PasswordHash = passwordHash,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
        CreatedAt = now,
    };

    public Account AsDemo()
    {
        IsDemo = true;
        return this;
    }

    public void Describe(string name, string language, string zone)
    {
        (Name, Language, Zone) = (name, language, zone);
        Stamp();
    }

    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        SecurityStamp = Guid.CreateVersion7().ToString("N");
        Stamp();
    }

    public void ActFor(Guid? organisation) => ActsFor = organisation;

    public void OfferSecondFactor(string encryptedKey)
    {
        OfferedKey = encryptedKey;
        Stamp();
    }

    /// <summary>The offered secret was confirmed with the code of this time step.</summary>
    public void TakeSecondFactor(long step)
    {
        (SecondFactorKey, OfferedKey, LastCodeStep, TwoFactorEnabled) = (OfferedKey, null, step, true);
        Stamp();
    }

    public void DropSecondFactor()
    {
        (SecondFactorKey, OfferedKey, TwoFactorEnabled) = (null, null, false);
        Stamp();
    }

    // Two changes of one account at once: the second is refused.
    void Stamp() => ConcurrencyStamp = Guid.CreateVersion7().ToString("N");
}
