using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Talent.Notifications.Data;
using Talent.Notifications.Features.People;
using Talent.Notifications.Features.Updates;
using Talent.Notifications.Live;
using Talent.Notifications.Mails;
using Talent.Platform.Mail;
using Talent.Platform.Messaging;
using Talent.Platform.Operations;
using Talent.Platform.Store;

namespace Talent.Notifications;

/// <summary>The service that tells people what concerns them: live, in their inbox, by mail.</summary>
public static class NotificationsModule
{
    /// <summary>What it learns from the others.</summary>
    public static ServiceConsumers Consumers { get; } = new ServiceConsumers("notifications")
        .With<KeepPerson>().With<StoreNotice>();

    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        builder.AddServiceStore<NotificationsDb>();
        builder.AddMail<NotificationsDb>();
        builder.AddConsumers(Consumers);
        builder.AddLive();
        builder.Services.AddSingleton<NoticeLetters>();
        builder.Services.AddWorkAfterStart<MailClock>();
        builder.Services.AddWorkAfterStart<ForgetSignals>();
    }

    public static void MapNotifications(this WebApplication app)
    {
        app.MapUpdates();
        app.MapLive();
    }
}
