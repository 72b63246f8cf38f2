package io.taros.rights;

import io.taros.conversation.FindPerson;
import io.taros.organization.Organizations;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.rights.PersonalFiles;
import io.taros.platform.web.Texts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** In the language of the organization, whose answer it is. */
@Component
class MakingExport implements JobHandler<MakeExport> {
    private static final Logger LOG = LoggerFactory.getLogger(MakingExport.class);

    private final ExportRows exports;
    private final RequestRows requests;
    private final FindPerson people;
    private final PersonHoldings holdings;
    private final List<PersonalFiles> files;
    private final Organizations organizations;
    private final MessageSource messages;
    private final JsonMapper json;
    private final InstantSource clock;

    MakingExport(
            ExportRows exports,
            RequestRows requests,
            FindPerson people,
            PersonHoldings holdings,
            List<PersonalFiles> files,
            Organizations organizations,
            MessageSource messages,
            JsonMapper json,
            InstantSource clock) {
        this.exports = exports;
        this.requests = requests;
        this.people = people;
        this.holdings = holdings;
        this.files = files;
        this.organizations = organizations;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Class<MakeExport> type() {
        return MakeExport.class;
    }

    @Override
    public void handle(MakeExport job) throws IOException {
        var export = exports.find(job.export()).filter(found -> found.readyAt() == null);
        var sought =
                export.flatMap(found -> requests.find(found.requestId()))
                        .map(SubjectRequest::sought);
        if (sought.isEmpty()) {
            return;
        }
        var person = people.find(sought.get());
        exports.begin(job.export(), person.threads());
        var organization = organizations.get();
        var archive =
                new Archive(
                        json, new Texts(messages, Locale.forLanguageTag(organization.language())));
        var sections =
                holdings.kinds().stream()
                        .map(kind ->
                                new Archive.Section(
                                        kind.name(),
                                        kind.columns(),
                                        each -> kind.reader().read(person, each)))
                        .toList();
        var parts = new ExportParts(exports, job.export());
        archive.write(
                parts,
                organization.name(),
                clock.instant(),
                sections,
                each -> files.forEach(module -> module.read(person, each)));
        exports.ready(job.export(), parts.size(), clock.instant());
    }

    @Override
    public void exhausted(MakeExport job, Throwable cause) {
        LOG.error("Export {} could not be made", job.export(), cause);
        exports.failed(job.export(), clock.instant());
    }
}
