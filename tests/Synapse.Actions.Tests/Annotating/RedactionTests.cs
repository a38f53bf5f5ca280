using Synapse.Actions.Annotating;

namespace Synapse.Actions.Tests.Annotating;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("GET https://user:pw@host:8080/a/b?sig=1#x failed", "GET https://host:8080/a/b?(hidden) failed")]
    [InlineData("https://host/a.png", "https://host/a.png")]
    [InlineData("s3://key:secret@bucket", "s3://bucket")]
    [InlineData("Authorization: Token abcdef1234", "Authorization: (hidden)")]
    [InlineData("""{"authorization":"Bearer abc"}""", """{"authorization":"(hidden)"}""")]
    [InlineData("sent bearer abcdefg1234 to it", "sent bearer (hidden) to it")]
    [InlineData("""{"api_key": "abc", "id": 1}""", """{"api_key": "(hidden)", "id": 1}""")]
    [InlineData("password=abc;server=x", "password=(hidden);server=x")]
    [InlineData("eyJhbGciOi.eyJzdWIi.SflKx", "(hidden)")]
    [InlineData("key 0123456789abcdef0123456789abcdef01234567", "key (hidden)")]
    [InlineData("Unexpected token 'x' at 3", "Unexpected token 'x' at 3")]
    [InlineData("the token expired yesterday", "the token expired yesterday")]
    public void Text_loses_what_opens_doors_and_nothing_else(string text, string clean) => Assert.Equal(clean, Redaction.Of(text));
}
