using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Talent.Identity.Tests;

/// <summary>A browser and its authenticator in one: makes an ES256 passkey without attestation and signs in with it, as
/// WebAuthn level 3 describes.</summary>
sealed class SoftwareAuthenticator(string origin) : IDisposable
{
    const byte UserPresent = 0x01;
    const byte UserVerified = 0x04;
    const byte CredentialIncluded = 0x40;

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    string userHandle = "";
    uint uses;

    public string Origin { get; set; } = origin;

    public bool VerifiesUser { get; set; } = true;

    /// <summary>Answers <c>navigator.credentials.create</c>.</summary>
    public JsonElement Attest(JsonElement options)
    {
        userHandle = options.GetProperty("user").GetProperty("id").GetString()!;
        var data = ClientData("webauthn.create", options);
        byte[] authenticator =
        [
            .. AuthenticatorData(options.GetProperty("rp").GetProperty("id").GetString()!, CredentialIncluded),
            .. new byte[16], 0, (byte)id.Length, .. id, .. CoseKey(),
        ];
        // A CBOR map: "fmt": "none", "attStmt": {}, "authData": bytes.
        byte[] attestation =
        [
            0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(authenticator),
        ];
        return Credential(new
        {
            clientDataJSON = Encode(data), attestationObject = Encode(attestation), transports = new[] { "internal" },
        });
    }

    /// <summary>Answers <c>navigator.credentials.get</c>.</summary>
    public JsonElement Assert(JsonElement options)
    {
        var data = ClientData("webauthn.get", options);
        var authenticator = AuthenticatorData(options.GetProperty("rpId").GetString()!, 0);
        var signature = key.SignData(
            [.. authenticator, .. SHA256.HashData(data)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Encode(data), authenticatorData = Encode(authenticator), signature = Encode(signature), userHandle,
        });
    }

    public void Dispose() => key.Dispose();

    byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false,
    });

    byte[] AuthenticatorData(string rpId, byte flags)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(rpId)).CopyTo(data, 0);
        data[32] = (byte)(UserPresent | (VerifiesUser ? UserVerified : 0) | flags);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), ++uses);
        return data;
    }

    // RFC 9053: 1 (kty): 2 (EC2), 3 (alg): -7 (ES256), -1 (crv): 1 (P-256), -2: x, -3: y.
    byte[] CoseKey()
    {
        var point = key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    JsonElement Credential(object response) => JsonSerializer.SerializeToElement(new
    {
        id = Encode(id), rawId = Encode(id), type = "public-key", authenticatorAttachment = "platform",
        clientExtensionResults = new { }, response,
    });

    static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.UTF8.GetBytes(text)];

    static byte[] Bytes(byte[] bytes) => bytes.Length < 256
        ? [0x58, (byte)bytes.Length, .. bytes]
        : [0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];

    static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
