namespace Talent.Jobs;
