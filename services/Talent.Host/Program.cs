using Talent.Host;

return await TalentApplication.RunAsync(args);
