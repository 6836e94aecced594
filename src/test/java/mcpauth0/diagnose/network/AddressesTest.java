package mcpauth0.diagnose.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.31.0.1", "192.168.1.1", "100.64.0.1", "100.127.255.255", "127.0.0.1",
            "169.254.169.254", "0.0.0.0", "198.19.1.1", "203.0.113.7", "224.0.0.1", "255.255.255.255", "::1", "::",
            "fe80::1", "fd00::1", "2001:db8::1", "ff02::1", "64:ff9b:1::1"})
    void noProgramElsewhereDialsThese(String address) {
        assertThat(Addresses.global(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.31.196.1", "8.8.8.8", "100.128.0.1", "172.32.0.1", "192.169.0.1", "198.20.0.1",
            "2001:4:112::1", "2606:4700::1", "64:ff9b::808:808", "::ffff:8.8.8.8"})
    void everybodyDialsThese(String address) {
        assertThat(Addresses.global(InetAddress.ofLiteral(address))).isTrue();
    }
}
