using Microsoft.EntityFrameworkCore;
using Talent.Placements.Domain;
using Talent.Platform.Store;

namespace Talent.Placements.Data;

/// <summary>Interviews, offers, calendars and rates.</summary>
sealed partial class PlacementsDb
{
    public DbSet<InterviewRound> Interviews => Set<InterviewRound>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<OfferVersion> Offers => Set<OfferVersion>();
    public DbSet<CalendarSubscription> CalendarSubscriptions => Set<CalendarSubscription>();
    public DbSet<ExchangeRateRow> ExchangeRates => Set<ExchangeRateRow>();

    void ConfigureInterviews(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InterviewRound>(interviews =>
        {
            interviews.ToTable("interviews").HasKey(one => one.Id);
            interviews.Property(one => one.Id).ValueGeneratedNever();
            interviews.Property(one => one.Version).IsConcurrencyToken();
            interviews.Property(one => one.Slots).IsJson(this);
            interviews.Property(one => one.Panel).IsJson(this);
            interviews.Property(one => one.Scorecard).IsJson(this);
            interviews.Ignore(one => one.IsOpen).Ignore(one => one.Booked);
            interviews.HasIndex(one => one.PlacementId);
            interviews.HasIndex(one => new { one.OrganisationId, one.BookedStart });
            interviews.HasIndex(one => new { one.GraduateId, one.BookedStart });
        });
        modelBuilder.Entity<Booking>(bookings =>
        {
            bookings.ToTable("bookings").HasKey(booking => booking.InterviewId);
            bookings.Property(booking => booking.InterviewId).ValueGeneratedNever();
            // One time, one booking, whoever comes first.
            bookings.HasIndex(booking => new { booking.JobId, booking.Start }).IsUnique();
            bookings.HasIndex(booking => new { booking.GraduateId, booking.Start });
        });
        modelBuilder.Entity<CalendarSubscription>(calendars =>
        {
            calendars.ToTable("calendar_subscriptions").HasKey(calendar => calendar.AccountId);
            calendars.Property(calendar => calendar.AccountId).ValueGeneratedNever();
            calendars.HasIndex(calendar => calendar.SecretHash).IsUnique();
        });
    }

    void ConfigureOffers(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OfferVersion>(offers =>
        {
            offers.ToTable("offers").HasKey(offer => offer.Id);
            offers.Property(offer => offer.Id).ValueGeneratedNever();
            offers.Property(offer => offer.Version).IsConcurrencyToken();
            offers.Property(offer => offer.Terms).IsJson(this);
            offers.HasIndex(offer => new { offer.PlacementId, offer.Number }).IsUnique();
        });
        modelBuilder.Entity<ExchangeRateRow>(rates =>
        {
            rates.ToTable("exchange_rates").HasKey(rate => rate.Currency);
            rates.Property(rate => rate.Currency).ValueGeneratedNever();
        });
    }
}
