using Microsoft.EntityFrameworkCore;
using Talent.Notifications.Domain;
using Talent.Platform.Store;

namespace Talent.Notifications.Data;

sealed class NotificationsDb(DbContextOptions<NotificationsDb> options) : ServiceDb(options)
{
    public override string Service => "notifications";

    public DbSet<Person> People => Set<Person>();
    public DbSet<Belonging> Belongings => Set<Belonging>();
    public DbSet<Recipient> Recipients => Set<Recipient>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<StoredUpdate> Updates => Set<StoredUpdate>();
    public DbSet<MailPreferences> Preferences => Set<MailPreferences>();
    public DbSet<WaitingMail> WaitingMails => Set<WaitingMail>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        ConfigurePeople(modelBuilder);
        ConfigureUpdates(modelBuilder);
        modelBuilder.Entity<MailPreferences>(preferences =>
        {
            preferences.ToTable("preferences").HasKey(one => one.AccountId);
            preferences.Property(one => one.AccountId).ValueGeneratedNever();
            preferences.Property(one => one.Kinds).IsJson(this);
        });
        modelBuilder.Entity<WaitingMail>(mails =>
        {
            mails.ToTable("waiting_mails").HasKey(mail => new { mail.AccountId, mail.Seq });
            mails.HasIndex(mail => mail.DueAt);
        });
    }

    static void ConfigurePeople(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Person>(people =>
        {
            people.ToTable("people").HasKey(person => person.AccountId);
            people.Property(person => person.AccountId).ValueGeneratedNever();
            people.Property(person => person.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Belonging>(belongings =>
        {
            belongings.ToTable("belongings").HasKey(one => new { one.OrganisationId, one.AccountId });
            belongings.HasIndex(one => one.AccountId);
        });
        modelBuilder.Entity<Recipient>(recipients =>
        {
            recipients.ToTable("recipients").HasKey(recipient => recipient.AccountId);
            recipients.Property(recipient => recipient.AccountId).ValueGeneratedNever();
        });
    }

    void ConfigureUpdates(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Notice>(notices =>
        {
            notices.ToTable("notices").HasKey(notice => notice.Id);
            notices.Property(notice => notice.Id).ValueGeneratedNever();
            notices.Property(notice => notice.Values).IsJson(this);
        });
        modelBuilder.Entity<StoredUpdate>(updates =>
        {
            updates.ToTable("updates").HasKey(update => new { update.AccountId, update.Seq });
            updates.HasIndex(update => new { update.AccountId, update.InInbox, update.Seq });
            updates.HasIndex(update => new { update.InInbox, update.StoredAt });
            updates.HasIndex(update => update.NoticeId);
        });
    }
}
