// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/ChangeLogDialog.h"

#include "calendar/DeadlineRule.h"
#include "casework/Consent.h"
#include "controls/EmptyState.h"
#include "controls/TableLook.h"
#include "domain/Sentences.h"
#include "setup/CalendarDialogs.h"
#include "storage/HistoryRepository.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int shownEvents = 500; // of each kind

// Tells an event in words.
class LogWords
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::ChangeLog)

public:
    LogWords(const CodeTables &tables, const QList<DeadlineRule> &rules, const OfficeZone &zone)
        : m_tables(tables)
        , m_rules(rules)
        , m_zone(zone)
    {
    }

    [[nodiscard]] QString what(const HistoryEvent &event) const
    {
        const QJsonObject &details = event.details;
        if (event.object == u"calendar")
            return calendar(event.action, details);
        if (event.object == u"backup")
            return backup(event.action, details);
        if (event.object == u"clock") {
            const auto minute = [&details](const QString &which) {
                return details[which].toString().left(16).replace(u'T', u' ');
            };
            return tr("Abnormal clock confirmed: it said %1, the newest record was of %2")
                .arg(minute(u"clock"_s), minute(u"newest"_s));
        }
        if (event.action == u"reordered")
            return tr("Order of the deadline rules");
        const QString name = details[u"name"][u"to"].toString();
        const DeadlineRule *rule = findById(m_rules, std::optional(DeadlineRuleId(event.objectId)));
        const QString about = event.object == u"handling_rules" ? tr("Rules of handling")
                              : event.action == u"added"        ? tr("New deadline rule “%1”").arg(name)
                                                         : tr("Deadline rule “%1”").arg(rule ? rule->name : name);
        return about + tr(": ", "between what was changed and how") + changes(details);
    }

private:
    static QString day(const QJsonValue &value)
    {
        if (!value.isObject())
            return tr("as the notice says");
        const SpecialDay day{.name = value[u"name"].toString(), .working = value[u"working"].toBool()};
        return u"%1 (%2)"_s.arg(day.name, dayKindText(day));
    }

    // Of which backup, as records tell it: "number 17 of 2026-11-23T02:15:00.000Z".
    [[nodiscard]] QString backupName(const QString &name) const
    {
        const QStringList words = name.split(u' ');
        const QDateTime made = QDateTime::fromString(words.last(), Qt::ISODateWithMs);
        if (!made.isValid())
            return name.startsWith(u"file ") ? tr("“%1”").arg(name.mid(5)) : name;
        const QString time = m_zone.toLocal(made).toString(u"yyyy-MM-dd HH:mm"_s);
        return words[0] == u"number" ? tr("number %1 of %2").arg(words[1], time)
                                     : tr("before the update of %1").arg(time);
    }

    [[nodiscard]] QString backup(const QString &action, const QJsonObject &details) const
    {
        if (action == u"backup_key_set") {
            return details[u"key"][u"from"].toString().isEmpty() ? tr("Passphrase of the backups set")
                                                                 : tr("Passphrase of the backups changed");
        }
        if (action == u"drill_passed")
            return tr("Trial restore passed: backup %1").arg(backupName(details[u"backup"].toString()));
        if (action == u"drill_failed") {
            QStringList findings;
            const QJsonArray told = details[u"findings"].toArray();
            for (const QJsonValue &finding : told)
                findings.append(finding.toString());
            return tr("Trial restore failed: backup %1").arg(backupName(details[u"backup"].toString()))
                   + tr(": ", "between what was changed and how") + joinedSentences(findings);
        }
        if (action == u"rescued") {
            return tr("Rescued from “%1”: %2 tickets whole, %3 missing, %4 matters to be looked into")
                .arg(details[u"from"].toString())
                .arg(details[u"tickets"].toInteger())
                .arg(details[u"missing"].toInteger())
                .arg(details[u"doubts"].toInteger());
        }
        const ConsentNote note = ConsentNote::of(details[u"backup"].toString());
        QString text = (action == u"restored" ? tr("Restored from backup %1") : tr("Restore agreed to: backup %1"))
                           .arg(backupName(note.what));
        if (!note.reason.isEmpty())
            text += tr("; ", "between changes") + tr("reason: %1").arg(note.reason);
        if (!note.second.isEmpty())
            text += tr("; ", "between changes") + tr("agreed: %1").arg(note.second);
        return text;
    }

    static QString calendar(const QString &action, const QJsonObject &details)
    {
        if (action == u"hours_changed")
            return tr("Office hours: %1 → %2").arg(details[u"from"].toString(), details[u"to"].toString());
        if (action == u"notice_stored") {
            return tr("Notice of %1: %n day(s) changed", nullptr, static_cast<int>(details[u"days"].toObject().size()))
                .arg(details[u"year"].toInt());
        }
        return u"%1: %2 → %3"_s.arg(details[u"day"].toString(), day(details[u"from"]), day(details[u"to"]));
    }

    [[nodiscard]] QString changes(const QJsonObject &details) const
    {
        struct Word
        {
            const char *field;
            const char *text;
        };
        static constexpr Word words[] = {
            {"name", QT_TR_NOOP("name")},
            {"request_type", QT_TR_NOOP("type")},
            {"urgency", QT_TR_NOOP("urgency")},
            {"channel", QT_TR_NOOP("channel")},
            {"mark", QT_TR_NOOP("mark")},
            {"limit", QT_TR_NOOP("limit")},
            {"start", QT_TR_NOOP("days run")},
            {"from", QT_TR_NOOP("first day")},
            {"to", QT_TR_NOOP("last day")},
            {"extensions", QT_TR_NOOP("extensions")},
            {"extension_days", QT_TR_NOOP("days of an extension")},
            {"follow_up", QT_TR_NOOP("follow-up")},
            {"follow_up_tries", QT_TR_NOOP("tries")},
            {"follow_up_needs_satisfied", QT_TR_NOOP("satisfied citizen")},
        };
        QStringList parts;
        for (const Word &word : words) {
            const auto field = QString::fromLatin1(word.field);
            if (details.contains(field)) {
                const QJsonValue change = details[field];
                parts.append(
                    u"%1 %2 → %3"_s.arg(tr(word.text), value(field, change[u"from"]), value(field, change[u"to"])));
            }
        }
        return parts.join(tr("; ", "between changes"));
    }

    [[nodiscard]] QString value(const QString &field, const QJsonValue &json) const
    {
        if (json.isBool())
            return json.toBool() ? tr("yes") : tr("no");
        if (field == u"request_type" && json.isDouble())
            return nameOf(m_tables.requestTypes, std::optional(RequestTypeId(json.toInteger())));
        if (field == u"channel" && json.isDouble())
            return pathOf(m_tables.channels, std::optional(ChannelId(json.toInteger())));
        if (json.isDouble())
            return QString::number(json.toInteger());
        const QString text = json.toString();
        if (const auto urgency = fromCode<Urgency>(text); urgency && field == u"urgency")
            return displayName(*urgency);
        if (const auto mark = fromCode<Mark>(text); mark && field == u"mark")
            return displayName(*mark);
        if (const auto start = fromCode<LimitStart>(text); start && field == u"start")
            return displayName(*start);
        if (const auto limit = Limit::parse(text); limit && field == u"limit")
            return limitText(*limit);
        return text.isEmpty() ? u"—"_s : text;
    }

    const CodeTables &m_tables;
    const QList<DeadlineRule> &m_rules;
    const OfficeZone &m_zone;
};

} // namespace

void showChangeLog(const PageContext &context, QWidget *parent, ChangeLog which)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"setup.log"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(which == ChangeLog::Rules
                               ? QCoreApplication::translate("huiyin::ChangeLog", "Changes of calendar and rules")
                               : QCoreApplication::translate("huiyin::ChangeLog", "History of the backups"));
    dialog->resize(900, 460);
    auto *model = new QStandardItemModel(dialog);
    model->setHorizontalHeaderLabels({QCoreApplication::translate("huiyin::ChangeLog", "Time"),
                                      QCoreApplication::translate("huiyin::ChangeLog", "By"),
                                      QCoreApplication::translate("huiyin::ChangeLog", "Change")});
    auto *view = new QTreeView(dialog);
    view->setObjectName(u"setup.log.table"_s);
    view->setAccessibleName(QCoreApplication::translate("huiyin::ChangeLog", "Changes, the last first"));
    view->setModel(model);
    view->setRootIsDecorated(false);
    setUpTree(view);
    view->header()->resizeSection(0, 144);
    view->header()->resizeSection(1, 96);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    auto *none = new EmptyState(
        u"history"_s, QCoreApplication::translate("huiyin::ChangeLog", "Nothing recorded yet"),
        which == ChangeLog::Rules
            ? QCoreApplication::translate("huiyin::ChangeLog", "Changes of the calendar and of the rules come here.")
            : QCoreApplication::translate("huiyin::ChangeLog", "Trial restores, restores and changes of the "
                                                               "passphrase come here."),
        dialog);
    none->setObjectName(u"setup.log.none"_s);
    none->hide();
    layout->addWidget(none, 1);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);

    context.session.read(
        dialog,
        [which](CaseFile &file) {
            const HistoryRepository history(file.database());
            QList<HistoryEvent> events;
            const QStringList objects = which == ChangeLog::Backups ? QStringList{u"backup"_s}
                                                                    : QStringList{u"calendar"_s, u"deadline_rule"_s,
                                                                                  u"handling_rules"_s, u"clock"_s};
            for (const QString &object : objects)
                events += history.latestOf(object, shownEvents);
            std::ranges::sort(events, std::ranges::greater(), &HistoryEvent::sequence);
            return events;
        },
        [model, view, none, session = &context.session](const QList<HistoryEvent> &events) {
            view->setVisible(!events.isEmpty());
            none->setVisible(events.isEmpty());
            const QList<DeadlineRule> rules = session->deadlines().rules();
            const LogWords words(session->codeTables(), rules, session->zone());
            for (const HistoryEvent &event : events) {
                auto *what = new QStandardItem(words.what(event));
                what->setToolTip(what->text());
                model->appendRow(
                    {new QStandardItem(session->zone().text(event.at)), new QStandardItem(event.user), what});
            }
        });
    dialog->open();
}

} // namespace huiyin
