// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/CaseParagraph.h"

#include "bulletin/CaseWords.h"
#include "bulletin/DocumentMask.h"
#include "domain/Office.h"
#include "domain/PersonalText.h"
#include "storage/CaseFile.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype mostTold = 160;    // characters of what the citizen told
constexpr qsizetype mostReplied = 220; // of the reply

QString monthAndDay(QDate day, QDate asOf)
{
    const QString date = QString::number(day.month()) + u"月" + QString::number(day.day()) + u"日";
    return day.year() == asOf.year() ? date : QString(QString::number(day.year()) + u"年" + date);
}

// Puts one case into words.
class CaseWording
{
public:
    CaseWording(const ToldCase &told, const CodeTables &tables, const Office &office, const OfficeZone &zone)
        : m_told(told)
        , m_ticket(told.ticket)
        , m_tables(tables)
        , m_office(office)
        , m_zone(zone)
        , m_form(formOf(told, tables))
        , m_department(told.lead ? nameOf(tables.departments, std::optional(told.lead->department)) : QString())
    {
    }

    [[nodiscard]] QString text() const { return heading() + matter() + dispatching() + handling() + outcome(); }

private:
    [[nodiscard]] QString heading() const
    {
        const QString matter = matterOf(m_ticket.title);
        if (matter.isEmpty())
            return {};
        switch (m_form) {
        case CaseForm::Solved:
            return solver() + u"解决" + matter + u"问题。";
        case CaseForm::Handled:
            return solver() + u"办理" + matter + u"问题。";
        case CaseForm::Answered:
            return m_office.name + u"解答" + matter + u"问题。";
        case CaseForm::Problem:
            return matter + u"问题。";
        case CaseForm::Suggestion:
            break;
        }
        static const QRegularExpression proposes(u"^(?:建议|应|请|希望|望|做好|加强|加大|完善|增设|增加|规范)|建议$"_s);
        return proposes.match(matter).hasMatch() ? QString(matter + u"。") : QString(u"关于" + matter + u"的建议。");
    }

    [[nodiscard]] QString solver() const { return m_department.isEmpty() ? m_office.name : m_department; }

    // Who told it: never somebody who wished that his name is not told.
    [[nodiscard]] QString teller() const
    {
        const QStringList names =
            m_ticket.confidentiality == Confidentiality::Open ? namesIn(m_ticket.requester) : QStringList();
        if (m_ticket.requesterKind == RequesterKind::Enterprise)
            return names.isEmpty() ? u"有企业"_s : names.first();
        if (m_ticket.requesterKind == RequesterKind::Organisation)
            return names.isEmpty() ? u"有单位"_s : names.first();
        if (names.isEmpty())
            return u"有市民"_s;
        static const QRegularExpression addressed(u"(?:先生|女士|老师|师傅|同志|大爷|大娘|阿姨)$"_s);
        return addressed.match(names.first()).hasMatch() ? names.first() : QString(u"市民" + names.first());
    }

    [[nodiscard]] QString way() const
    {
        const auto channel = std::ranges::find(m_tables.channels, std::optional(m_ticket.channel), &Channel::id);
        if (channel == m_tables.channels.end())
            return {};
        if (channel->isPhone)
            return u"打电话"_s;
        return channel->name.startsWith(u'《') ? QString(u"通过" + channel->name)
                                               : QString(u"通过《" + channel->name + u"》");
    }

    [[nodiscard]] QString verb(const QString &content) const
    {
        static const std::array verbs{u"咨询"_s, u"求助"_s, u"投诉"_s, u"举报"_s, u"建议"_s, u"表扬"_s};
        const QString type = nameOf(m_tables.requestTypes, m_ticket.requestType);
        for (const QString &one : verbs) {
            if (type.contains(one))
                return content.startsWith(one) ? u"反映"_s : one;
        }
        return u"反映"_s;
    }

    // What was told, with who told it unless the words say that themselves.
    [[nodiscard]] QString matter() const
    {
        static const QRegularExpression dated(u"^(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日"_s);
        static const QRegularExpression opened(
            u"^[^，。：；！？]{0,40}(?:来电|致电|打电话|拨打|来信|来访|写信|来函|网上|网站|留言|热线)[^，。：；！？]{0,"
            u"20}[，：]"
            "|^(?:反映人|来电人|诉求人|投诉人|市民|网友|群众|居民|村民|业主)[^，。：；！？]{0,12}"
            "(?:反映|称|表示|咨询|求助|投诉|举报|建议|要求|请求)"_s);
        const QString day = monthAndDay(m_zone.day(m_ticket.receivedAt), m_zone.day(m_told.asOf.addMSecs(-1)));
        const QString content = shortened(sentencesOf(cleanedText(m_ticket.content)), mostTold);
        if (content.isEmpty()) {
            const QString matter = matterOf(m_ticket.title);
            return matter.isEmpty() ? QString()
                                    : QString(day + u"，" + teller() + way() + verb({}) + matter + u"问题。");
        }
        if (dated.match(content).hasMatch())
            return content;
        if (opened.match(content).hasMatch())
            return QString(day + u"，" + content);
        return QString(day + u"，" + teller() + way() + verb(content) + u"，" + content);
    }

    [[nodiscard]] QString dispatching() const
    {
        if (m_department.isEmpty())
            return {};
        QStringList others;
        for (const DepartmentId department : m_told.coHandlers)
            others.append(nameOf(m_tables.departments, std::optional(department)));
        others.removeAll(QString());
        QString sentence = m_office.name + u"交办" + m_department;
        if (!others.isEmpty())
            sentence += u"牵头，" + others.join(u'、') + u"协助";
        return sentence + (m_form == CaseForm::Suggestion ? u"研究处理。"_s : u"调查处理。"_s);
    }

    // What the department replied; of a matter that it had nothing to do with, what the office answered.
    [[nodiscard]] QString handling() const
    {
        if (!m_told.lead) {
            if (!m_told.isClosed)
                return {};
            if (m_ticket.resolution == Resolution::NotAccepted)
                return u"该诉求不予受理。"_s;
            const QStringList answer = replySentences(m_ticket.answer, m_office.name, m_told.wasTried);
            const QString opening = m_form == CaseForm::Answered ? u"经解答，"_s : u"经处理，"_s;
            return openedBy(opening, shortened(answer, mostReplied), {});
        }
        if (!replyOf(m_told))
            return {};
        const QStringList reply = replySentences(m_told.lead->reply, m_department, m_told.wasTried);
        return openedBy(u"经" + m_department + u"处理，", shortened(reply, mostReplied), m_department);
    }

    // A reply that tells itself who did something needs no opening.
    [[nodiscard]] QString openedBy(const QString &opening, const QString &text, const QString &department) const
    {
        if (text.isEmpty())
            return {};
        static const QRegularExpression opens(u"^(?:经|接|据|根据|按照|依据|针对|对此|现已|目前|已告知|已向)"_s);
        const QString first = text.section(QRegularExpression(u"[，。；：]"_s), 0, 0);
        const bool names = !department.isEmpty()
                           && (first.contains(department) || namesShort(first) || first.contains(u"街道办")
                               || first.contains(u"镇政府") || first.contains(u"乡政府"));
        return names || opens.match(text).hasMatch() ? text : QString(opening + text);
    }

    [[nodiscard]] bool namesShort(const QString &clause) const
    {
        const auto found =
            std::ranges::find(m_tables.departments, std::optional(m_told.lead->department), &Department::id);
        return found != m_tables.departments.end() && !found->shortName.isEmpty() && clause.contains(found->shortName);
    }

    [[nodiscard]] QString outcome() const
    {
        if (!m_told.isClosed)
            return stillOpen();
        if (!m_told.reached)
            return m_told.wasTried ? u"回访时未能联系到反映人。"_s : QString();
        const FollowUp &asked = *m_told.reached;
        QString rated;
        if (asked.satisfaction) {
            static const std::array words{u"非常满意"_s, u"满意"_s, u"基本满意"_s, u"不满意"_s, u"非常不满意"_s};
            rated = u"反映人表示" + words.at(static_cast<std::size_t>(*asked.satisfaction));
        }
        if (asked.solved == false) {
            if (rated.isEmpty())
                return u"反映人表示问题尚未解决。"_s;
            const bool content = *asked.satisfaction <= Satisfaction::BasicallySatisfied;
            return rated + (content ? u"，但称问题尚未解决。"_s : u"，称问题尚未解决。"_s);
        }
        if (rated.isEmpty())
            return asked.solved == true ? u"反映人表示问题已解决。"_s : QString();
        return rated + u"。";
    }

    [[nodiscard]] QString stillOpen() const
    {
        if (replyOf(m_told)) {
            return m_told.lead->closedAt ? u"目前承办单位已办理完毕，正在回访。"_s
                                         : u"目前承办单位已反馈，正在审核。"_s;
        }
        QString sentence = u"目前仍在办理"_s;
        const auto late = daysOverdue(m_told, m_zone);
        if (late && *late > 0)
            sentence += u"，已超期" + QString::number(*late) + u"天";
        else if (m_told.lead && m_told.lead->extendedAt && m_told.lead->dueAt)
            sentence +=
                u"，已同意延期至" + monthAndDay(m_zone.day(*m_told.lead->dueAt), m_zone.day(m_told.asOf.addMSecs(-1)));
        return sentence + u"。";
    }

    const ToldCase &m_told;
    const Ticket &m_ticket;
    const CodeTables &m_tables;
    const Office &m_office;
    const OfficeZone &m_zone;
    CaseForm m_form;
    QString m_department;
};

} // namespace

bool isProposal(const QString &requestType)
{
    return requestType.contains(u"建议");
}

CaseForm formOf(const ToldCase &told, const CodeTables &tables)
{
    const Marks marks = told.ticket.marks;
    if (marks.testFlag(Mark::PickedSuggestion))
        return CaseForm::Suggestion;
    if (marks.testFlag(Mark::PickedProblem))
        return CaseForm::Problem;
    if (isProposal(nameOf(tables.requestTypes, told.ticket.requestType)) && !marks.testFlag(Mark::PickedSolved))
        return CaseForm::Suggestion;
    if (!told.isClosed || told.ticket.resolution == Resolution::NotAccepted)
        return CaseForm::Problem;
    if (told.ticket.resolution == Resolution::AnsweredDirectly && !told.lead)
        return CaseForm::Answered;
    const bool isContent =
        !told.reached || !told.reached->satisfaction || *told.reached->satisfaction <= Satisfaction::BasicallySatisfied;
    return isSolved(told) && isContent ? CaseForm::Solved : CaseForm::Handled;
}

BulletinParagraph caseParagraph(const ToldCase &told, const CodeTables &tables, const Office &office,
                                const OfficeZone &zone)
{
    BulletinParagraph paragraph{.origin = caseOrigin(*told.ticket.id)};
    const QString text = CaseWording(told, tables, office, zone).text();
    if (!text.isEmpty())
        paragraph.spans.append({.text = text});
    return paragraph;
}

QList<BulletinParagraph> caseParagraphs(CaseFile &file, const QList<TicketId> &tickets, const CodeTables &tables,
                                        const QDateTime &asOf)
{
    QList<BulletinParagraph> paragraphs;
    for (const TicketId ticket : tickets) {
        const auto told = toldCase(file, ticket, asOf);
        if (!told)
            continue;
        const BulletinParagraph paragraph = caseParagraph(*told, tables, file.office(), file.zone());
        if (!paragraph.spans.isEmpty())
            paragraphs.append(paragraph);
    }
    return paragraphs;
}

QDateTime toldAsOf(const Question &question, const OfficeZone &zone, const QDateTime &now)
{
    return qMin(QDateTime::fromMSecsSinceEpoch(spanOf(question, zone).cutOff, Qt::UTC), now.toUTC());
}

} // namespace huiyin
