namespace Talent.Matching;
