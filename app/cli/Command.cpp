// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "storage/CodeTableRepository.h"

#include <atomic>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace huiyin::cli {

namespace {

struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

std::atomic<bool> interrupted = false;

void onInterrupt(int)
{
    interrupted = true;
}

bool isTerminal(FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

} // namespace

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto size = static_cast<size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, stdout) != size)
        throw CommandError{Cli::tr("The output could not be written to its end.")};
}

void finishPrinting()
{
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        throw CommandError{Cli::tr("The output could not be written to its end.")};
}

void message(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fputc('\n', stderr);
}

Arguments::Arguments(const QString &command, const QString &description)
    : m_command(command)
{
    m_parser.setApplicationDescription(description);
    m_parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    m_parser.addOption({{u"h"_s, u"help"_s}, Cli::tr("Shows this help.")});
}

void Arguments::positional(const QString &name, const QString &description, bool optional)
{
    m_parser.addPositionalArgument(name, description, optional ? QString(u'[' + name + u']') : name);
    m_positional.append(name);
    m_required += optional ? 0 : 1;
}

void Arguments::flag(const QString &name, const QString &description)
{
    m_parser.addOption({name, description});
}

void Arguments::value(const QString &name, const QString &description, const QString &valueName)
{
    m_parser.addOption({name, description, valueName});
}

void Arguments::periodOptions()
{
    value(u"month"_s, Cli::tr("The period: a month, 2020-02."), u"YYYY-MM"_s);
    value(u"quarter"_s, Cli::tr("The period: a quarter, 2016Q3."), u"YYYYQN"_s);
    value(u"year"_s, Cli::tr("The period: a year, 2021."), u"YYYY"_s);
    value(u"from"_s, Cli::tr("The period's first day."), u"YYYY-MM-DD"_s);
    value(u"to"_s, Cli::tr("The period's last day, included."), u"YYYY-MM-DD"_s);
}

bool Arguments::parse(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList{u"huiyin-cli "_s + m_command} + arguments))
        throw UsageError{m_parser.errorText()};
    QStringList given = m_parser.optionNames();
    given.removeAll(u"exclude-topic"_s);
    if (given.removeDuplicates() > 0)
        throw UsageError{Cli::tr("An option is given twice.")};
    if (m_parser.isSet(u"help"_s)) {
        QString help = m_parser.helpText();
        // QCommandLineParser names the program after the first argument of the process.
        help.replace(QCoreApplication::arguments().value(0) + u" [", u"huiyin-cli "_s + m_command + u" ["_s);
        print(help);
        return false;
    }
    const auto count = m_parser.positionalArguments().size();
    if (count < m_required)
        throw UsageError{Cli::tr("%1 is missing.").arg(m_positional.value(count))};
    if (count > m_positional.size())
        throw UsageError{
            Cli::tr("“%1” is one argument too many.").arg(m_parser.positionalArguments().at(m_positional.size()))};
    return true;
}

QString Arguments::choice(const QString &name, const QStringList &words) const
{
    if (!isSet(name))
        return words.first();
    const QString word = value(name);
    if (!words.contains(word))
        throw UsageError{Cli::tr("--%1 takes one of: %2.").arg(name, words.join(u", "_s))};
    return word;
}

std::optional<qint64> Arguments::number(const QString &name, qint64 from, qint64 to) const
{
    if (!isSet(name))
        return std::nullopt;
    bool ok = false;
    const qint64 number = value(name).toLongLong(&ok);
    if (!ok || number < from || number > to)
        throw UsageError{Cli::tr("--%1 takes a number from %2 to %3.").arg(name).arg(from).arg(to)};
    return number;
}

std::optional<QDate> Arguments::date(const QString &name) const
{
    if (!isSet(name))
        return std::nullopt;
    // Qt::ISODate takes whatever follows the day for a time.
    const QDate date = value(name).size() == 10 ? QDate::fromString(value(name), Qt::ISODate) : QDate();
    if (!date.isValid())
        throw UsageError{Cli::tr("--%1: “%2” is not a day (YYYY-MM-DD).").arg(name, value(name))};
    return date;
}

std::optional<Period> Arguments::period() const
{
    const int kinds = int(isSet(u"month"_s)) + int(isSet(u"quarter"_s)) + int(isSet(u"year"_s))
                      + int(isSet(u"from"_s) || isSet(u"to"_s));
    if (kinds == 0)
        return std::nullopt;
    if (kinds > 1)
        throw UsageError{Cli::tr("Give one period: --month, --quarter, --year, or --from with --to.")};
    std::optional<Period> period;
    if (isSet(u"month"_s)) {
        period = Period::parseMonth(value(u"month"_s));
    } else if (isSet(u"quarter"_s)) {
        period = Period::parseQuarter(value(u"quarter"_s));
    } else if (isSet(u"year"_s)) {
        period = Period::parseYear(value(u"year"_s));
    } else {
        const auto from = date(u"from"_s);
        const auto to = date(u"to"_s);
        if (!from || !to)
            throw UsageError{Cli::tr("--from and --to go together.")};
        if (*from > *to)
            throw UsageError{Cli::tr("The period ends before it starts.")};
        period = Period::days(*from, *to);
    }
    constexpr int firstYear = 1900;
    constexpr int lastYear = 2199;
    if (!period || period->from.year() < firstYear || period->to.year() > lastYear)
        throw UsageError{Cli::tr("There is no such period.")};
    return period;
}

Period Arguments::requiredPeriod() const
{
    const auto given = period();
    if (!given)
        throw UsageError{Cli::tr("Give a period: --month, --quarter, --year, or --from with --to.")};
    return *given;
}

void addQuestionOptions(Arguments &arguments)
{
    arguments.periodOptions();
    arguments.value(u"cut-off"_s,
                    Cli::tr("What happened at or after this time has not happened; a bare date includes its day."),
                    u"TIME"_s);
    arguments.value(u"exclude-topic"_s,
                    Cli::tr("Carves a topic out of the category shares; may be given several times."), u"NAME"_s);
}

std::optional<WallTime> Arguments::cutOff() const
{
    if (!isSet(u"cut-off"_s))
        return std::nullopt;
    const auto wall = parseWallTime(value(u"cut-off"_s));
    if (!wall)
        throw UsageError{Cli::tr("--cut-off: “%1” is not a time.").arg(value(u"cut-off"_s))};
    return wall;
}

Question questionOf(const Arguments &arguments, CaseFile &file)
{
    Question question{.period = arguments.requiredPeriod()};
    if (const auto wall = arguments.cutOff()) {
        // 截至D includes D.
        question.cutOff = wall->hasTime ? file.zone().toUtcTime(wall->date, wall->time)
                                        : file.zone().toUtcTime(wall->date.addDays(1));
    }
    const auto topics = CodeTableRepository(file.database()).load().topics;
    const auto names = arguments.values(u"exclude-topic"_s);
    for (const QString &name : names) {
        const auto topic =
            std::find_if(topics.begin(), topics.end(), [&name](const Topic &t) { return t.name == name; });
        if (topic == topics.end())
            throw CommandError{Cli::tr("There is no topic “%1” in this case file.").arg(name)};
        if (!question.excludedTopics.contains(*topic->id))
            question.excludedTopics.append(*topic->id);
    }
    return question;
}

TerminalProgress::TerminalProgress()
    : m_terminal(isTerminal(stderr))
{
    std::signal(SIGINT, onInterrupt);
}

TerminalProgress::~TerminalProgress()
{
    std::signal(SIGINT, SIG_DFL);
    if (m_shown)
        std::fputs("\r\033[K", stderr);
}

void TerminalProgress::report(qint64 done, qint64 total, const QString &what)
{
    if (!m_terminal)
        return;
    const qint64 permille = total > 0 ? done * 1000 / total : done / 1000;
    if (permille == m_lastPermille)
        return;
    m_lastPermille = permille;
    m_shown = true;
    const QString text = total > 0 ? u"%1 %"_s.arg(permille / 10) : QString::number(done);
    std::fprintf(stderr, "\r\033[K%s %s", qUtf8Printable(text), qUtf8Printable(what));
    std::fflush(stderr);
}

bool TerminalProgress::cancelled() const
{
    return interrupted;
}

} // namespace huiyin::cli
