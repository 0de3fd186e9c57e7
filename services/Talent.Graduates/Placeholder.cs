namespace Talent.Graduates;
