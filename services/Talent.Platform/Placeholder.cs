namespace Talent.Platform;
