package io.taros.conversation;

import io.taros.platform.rights.Person;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what was said with somebody. */
@Component
public class FindPerson {
    private final Conversations conversations;
    private final Leads leads;
    private final VisitorIdentities identities;
    private final KnownSubjects subjects;

    FindPerson(
            Conversations conversations,
            Leads leads,
            VisitorIdentities identities,
            KnownSubjects subjects) {
        this.conversations = conversations;
        this.leads = leads;
        this.identities = identities;
        this.subjects = subjects;
    }

    /**
     * Whom the website named in a conversation that is surely theirs, it named in others: those are
     * of the same person. An address or a number that anybody may have typed is no such proof.
     */
    public Person find(Sought sought) {
        var found = new LinkedHashSet<>(threads(sought));
        var theirs = new HashSet<>(sure(sought, found));
        // Whoever a website names is found by that in all of its conversations already.
        if (sought.by() != Sought.By.IDENTITY) {
            theirs.addAll(subjects.ofThoseIn(theirs));
        }
        found.addAll(theirs);
        return person(List.copyOf(found), theirs, sought);
    }

    /**
     * Whoever the website named in this one conversation: what else stands there, anybody may have
     * typed.
     */
    Person of(Conversation.Id thread) {
        var words = new HashSet<String>();
        identities.find(thread).ifPresent(identity -> add(words, identity));
        return new Person(List.of(thread.value()), words);
    }

    /** Users of the website who wrote some of this, and more: perhaps the same person. */
    public List<Sought> perhaps(Person person) {
        var threads = person.threads().stream().map(Conversation.Id::new).toList();
        return subjects.alsoElsewhere(Set.copyOf(threads)).stream()
                .map(subject -> new Sought(Sought.By.IDENTITY, subject.name(), subject.bot()))
                .toList();
    }

    private Collection<Conversation.Id> sure(Sought sought, Collection<Conversation.Id> found) {
        return switch (sought.by()) {
            case EMAIL -> identities.withEmail(sought.value());
            case PHONE -> List.of();
            case IDENTITY, CONVERSATION -> found;
        };
    }

    private Set<Conversation.Id> threads(Sought sought) {
        var value = sought.value();
        return new LinkedHashSet<>(
                switch (sought.by()) {
                    case EMAIL ->
                            Stream.concat(
                                            leads.withEmail(value).stream(),
                                            identities.withEmail(value).stream())
                                    .toList();
                    case PHONE -> leads.withPhone(value);
                    case IDENTITY -> subjects.with(sought.bot(), value);
                    case CONVERSATION -> {
                        var id = new Conversation.Id(UUID.fromString(value));
                        yield conversations.isThere(id) ? List.of(id) : List.of();
                    }
                });
    }

    /**
     * @param theirs of these, where everything said of somebody is said of them; in others somebody
     *     else may have typed what was looked for
     */
    private Person person(
            List<Conversation.Id> threads, Set<Conversation.Id> theirs, Sought sought) {
        var words = new HashSet<String>();
        if (sought.by() != Sought.By.CONVERSATION) {
            words.add(sought.value());
        }
        for (var thread : threads) {
            var isSure = theirs.contains(thread);
            leads.list(thread).stream()
                    .map(Lead::contact)
                    .filter(contact -> isSure || isReached(contact, sought))
                    .forEach(contact -> add(words, contact));
            if (isSure) {
                identities.find(thread).ifPresent(identity -> add(words, identity));
            }
        }
        return new Person(threads.stream().map(Conversation.Id::value).toList(), words);
    }

    private static boolean isReached(Lead.Contact contact, Sought sought) {
        return switch (sought.by()) {
            case EMAIL -> sought.value().equalsIgnoreCase(contact.email());
            case PHONE ->
                    contact.phone() != null
                            && ContactIndex.isSamePhone(contact.phone(), sought.value());
            case IDENTITY, CONVERSATION -> true;
        };
    }

    private static void add(Set<String> words, Lead.Contact contact) {
        Stream.of(contact.name(), contact.email(), contact.phone())
                .filter(word -> word != null)
                .forEach(words::add);
    }

    private static void add(Set<String> words, VisitorIdentity identity) {
        Stream.of(identity.subject(), identity.name(), identity.email())
                .filter(word -> word != null)
                .forEach(words::add);
    }
}
