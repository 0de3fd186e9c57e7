namespace Talent.Contracts.Placements;

/// <summary>What a currency is worth: an item of <c>GET /placements/rates</c> and of <c>PUT /placements/rates</c> (the
/// office), which replaces those it names.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="PerDollar">Units of it for one US dollar; above 0.</param>
/// <param name="On">The day it was so; not after today.</param>
/// <param name="Source">Who says so, at most 200 characters. <c>reference</c>: a rounded value that the platform came with,
/// until the office enters another.</param>
public sealed record ExchangeRate(string? Currency, decimal? PerDollar, DateOnly? On, string? Source);

/// <summary>Rates; at most 300.</summary>
public sealed record ExchangeRates(IReadOnlyList<ExchangeRate>? Rates);
