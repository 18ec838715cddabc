using System.Net;
using Baton.Runtime.Forge;

namespace Baton.Tests.Runtime.Forge;

public sealed class ThrottleTests
{
    private const string Noon = "Thu, 01 Jan 2026 12:00:00 GMT";

    [Theory]
    [InlineData(429, "retry-after", "17", "", 1, 17)]
    [InlineData(403, "retry-after", "17", "", 1, 17)]
    [InlineData(429, "retry-after", "Thu, 01 Jan 2026 12:00:30 GMT", "", 1, 30)]
    [InlineData(429, "retry-after", "Thu, 01 Jan 2026 11:00:00 GMT", "", 1, 0)]
    [InlineData(429, "other", "", "", 1, 60)]
    [InlineData(429, "other", "", "", 3, 240)]
    [InlineData(403, "other", "", "You have exceeded a secondary rate limit.", 2, 120)]
    public void A_limit_says_how_long_to_wait(
        int status,
        string name,
        string value,
        string says,
        int round,
        int seconds
    ) =>
        Throttle
            .Of(
                (HttpStatusCode)status,
                header =>
                    header == name ? value
                    : header == "date" ? Noon
                    : null,
                says,
                round
            )
            .ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void A_primary_limit_is_over_when_the_services_own_clock_says_so()
    {
        var reset = DateTimeOffset.Parse("2026-01-01T12:05:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["x-ratelimit-remaining"] = "0",
            ["x-ratelimit-reset"] = reset
                .ToUnixTimeSeconds()
                .ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["date"] = Noon,
        };

        Throttle
            .Of(HttpStatusCode.Forbidden, name => headers.GetValueOrDefault(name), "API rate limit exceeded", 1)
            .ShouldBe(TimeSpan.FromSeconds(301));
    }

    [Theory]
    [InlineData(403, "Resource not accessible by integration")]
    [InlineData(404, "Not Found")]
    [InlineData(500, "rate limit")]
    public void What_is_no_limit_says_nothing(int status, string says) =>
        Throttle.Of((HttpStatusCode)status, _ => null, says, 1).ShouldBeNull();

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("<https://a/?page=1>; rel=\"prev\"", null)]
    [InlineData("<https://a/?page=1>; rel=\"prev\", <https://a/?page=3>; rel=\"next\"", "https://a/?page=3")]
    [InlineData(
        "<https://a/?q=1,2;3&page=3>; rel=\"next\", <https://a/?page=9>; rel=\"last\"",
        "https://a/?q=1,2;3&page=3"
    )]
    [InlineData("<https://a", null)]
    public void The_next_page_is_found(string? header, string? next) => PageLink.Next(header).ShouldBe(next);
}
