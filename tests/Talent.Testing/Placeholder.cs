namespace Talent.Testing;
