package io.taros.platform.fetch;

import io.taros.platform.egress.Destinations;
import io.taros.platform.egress.Egress;
import io.taros.platform.egress.OutboundCall;
import io.taros.platform.egress.Purpose;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * What a domain's owner wrote into its TXT records. One question to one server that the operator
 * chose; nothing of the answer is followed anywhere.
 */
@Component
@EnableConfigurationProperties(DnsSettings.class)
public class TextRecords implements Destinations {
    /** What the name server said. */
    public sealed interface Answer {
        /** Empty for a domain without any, or that does not exist. */
        record Texts(List<String> texts) implements Answer {
            public Texts {
                texts = List.copyOf(texts);
            }
        }

        /** Nothing that could be believed: no answer, or a failure of somebody else's. */
        record Silence() implements Answer {}
    }

    private final DnsSettings settings;
    private final Egress egress;

    TextRecords(DnsSettings settings, Egress egress) {
        this.settings = settings;
        this.egress = egress;
    }

    /**
     * @param domain in ASCII
     */
    public Answer of(String domain) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Nothing is asked inside a transaction");
        }
        var server = settings.server() == null ? "" : settings.host();
        try (var call = egress.begin(Purpose.DOMAIN_CHECK, server)) {
            return ask(domain, call);
        }
    }

    private Answer ask(String domain, OutboundCall call) {
        try {
            var name = Name.fromString(domain + ".");
            var question = Record.newRecord(name, Type.TXT, DClass.IN);
            var query = Message.newQuery(question);
            call.sent(query.toWire().length);
            var answer = resolver().send(query);
            call.received(answer.numBytes());
            call.answered();
            return read(name, answer);
        } catch (TextParseException notAName) {
            return new Answer.Texts(List.of());
        } catch (IOException silent) {
            return new Answer.Silence();
        }
    }

    /** The machine's own name server is nobody we would know. */
    @Override
    public List<Destination> list() {
        return settings.server() == null
                ? List.of()
                : List.of(new Destination(Purpose.DOMAIN_CHECK, settings.host(), null));
    }

    private static Answer read(Name name, Message answer) {
        return switch (answer.getRcode()) {
            case Rcode.NOERROR ->
                    new Answer.Texts(
                            answer.getSection(Section.ANSWER).stream()
                                    .filter(TXTRecord.class::isInstance)
                                    // An alias shows what somebody else wrote elsewhere.
                                    .filter(record -> record.getName().equals(name))
                                    .map(TXTRecord.class::cast)
                                    // One text may be cut into strings of 255 bytes.
                                    .map(record -> String.join("", record.getStrings()))
                                    .toList());
            case Rcode.NXDOMAIN -> new Answer.Texts(List.of());
            default -> new Answer.Silence();
        };
    }

    private Resolver resolver() throws UnknownHostException {
        if (settings.server() == null) {
            var own = new ExtendedResolver();
            own.setTimeout(settings.timeout());
            return own;
        }
        var chosen = new SimpleResolver(settings.host());
        chosen.setPort(settings.port());
        chosen.setTimeout(settings.timeout());
        return chosen;
    }
}
