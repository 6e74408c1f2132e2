// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/OfficeZone.h"
#include "domain/Period.h"
#include "domain/Progress.h"
#include "statistics/Question.h"
#include "storage/CaseFile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStringList>

#include <functional>
#include <optional>

namespace huiyin::cli {

// Exit codes of the contract.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, Unreadable = 3 };

// Thrown for wrong usage: exit 2 with the sentence.
struct UsageError
{
    QString message;
};

// Thrown for a refusal or a failure: exit 1 with the sentence.
struct CommandError
{
    QString message;
};

// The parser of one command: options and arguments, --help, errors as UsageError.
class Arguments
{
public:
    Arguments(const QString &command, const QString &description);

    void positional(const QString &name, const QString &description, bool optional = false);
    void flag(const QString &name, const QString &description);
    void value(const QString &name, const QString &description, const QString &valueName);
    void periodOptions();

    // False: the help was printed, and the command is done.
    [[nodiscard]] bool parse(const QStringList &arguments);

    [[nodiscard]] QString argument(int index) const { return m_parser.positionalArguments().value(index); }
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString value(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList values(const QString &name) const { return m_parser.values(name); }
    // One of the words; the first when the option is not given.
    [[nodiscard]] QString choice(const QString &name, const QStringList &words) const;
    [[nodiscard]] std::optional<qint64> number(const QString &name, qint64 from, qint64 to) const;
    [[nodiscard]] std::optional<QDate> date(const QString &name) const;
    // The period of --month, --quarter, --year or --from with --to; nullopt when none of them is given.
    [[nodiscard]] std::optional<Period> period() const;
    [[nodiscard]] Period requiredPeriod() const;
    [[nodiscard]] std::optional<WallTime> cutOff() const; // --cut-off as it was typed

private:
    QCommandLineParser m_parser;
    QString m_command;
    QStringList m_positional;
    int m_required = 0;
};

// The question of stats and bulletin: period, --cut-off, --exclude-topic.
void addQuestionOptions(Arguments &arguments);
Question questionOf(const Arguments &arguments, CaseFile &file);

// Progress on stderr when that is a terminal; Ctrl+C stops at the next safe point.
class TerminalProgress final : public Progress
{
public:
    TerminalProgress();
    ~TerminalProgress() override;
    void report(qint64 done, qint64 total, const QString &what) override;
    [[nodiscard]] bool cancelled() const override;

private:
    bool m_shown = false;
    bool m_terminal = false;
    qint64 m_lastPermille = -1;
};

void print(const QString &text);   // stdout, UTF-8; throws CommandError when that is lost
void finishPrinting();             // before success is reported
void message(const QString &text); // stderr, with a line end

struct CommandEntry
{
    const char *name;
    const char *summary;
    int (*run)(const QStringList &arguments);
};

int runCreate(const QStringList &arguments);
int runImport(const QStringList &arguments);
int runProfiles(const QStringList &arguments);
int runStats(const QStringList &arguments);
int runBulletin(const QStringList &arguments);
int runFind(const QStringList &arguments);
int runHotSpots(const QStringList &arguments);
int runExport(const QStringList &arguments);
int runDue(const QStringList &arguments);
int runCheck(const QStringList &arguments);
int runBackup(const QStringList &arguments);
int runMask(const QStringList &arguments);
int runReview(const QStringList &arguments);
int runRescue(const QStringList &arguments);
int runRestore(const QStringList &arguments);
int runGenerate(const QStringList &arguments);

} // namespace huiyin::cli
