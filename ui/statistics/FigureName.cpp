// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigureName.h"

#include "domain/Call.h"
#include "statistics/Statistics.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::FigureName)
};

template <class IdType, class T>
QString rowName(const QList<T> &list, qint64 row)
{
    return row == 0 ? uncategorised() : nameOf(list, std::optional(IdType(row)));
}

QString dayName(const Period &period, qint64 row)
{
    return QLocale().toString(period.from.addDays(row), QLocale::ShortFormat);
}

// 2020-02
QString monthOf(const Period &period, qint64 row)
{
    return monthsOf(period).value(row, period).from.toString(u"yyyy-MM"_s);
}

// Of a row of the table of channels or departments: what is counted there.
QString partName(Measure measure)
{
    switch (measure) {
    case Measure::ByTopicClosed:
    case Measure::ByCategoryClosed:
    case Measure::ByChannelClosed:
    case Measure::ByDepartmentClosed:
        return Text::tr("closed");
    case Measure::ByChannelOpen:
    case Measure::ByDepartmentOpen:
        return Text::tr("open");
    case Measure::ByChannelOnTime:
    case Measure::ByDepartmentOnTime:
        return Text::tr("closed on time");
    case Measure::ByChannelOnTimeBase:
    case Measure::ByDepartmentOnTimeBase:
        return Text::tr("judged for timeliness");
    case Measure::ByChannelTimely:
        return Text::tr("replied in time");
    case Measure::ByChannelOverdue:
    case Measure::ByDepartmentOverdue:
        return Text::tr("overdue");
    case Measure::ByDepartmentClosedLate:
        return Text::tr("closed late");
    case Measure::ByDepartmentOpenLate:
        return Text::tr("overdue and still open");
    case Measure::ByChannelFollowUpRated:
        return Text::tr("rated at follow-up");
    case Measure::ByChannelFollowUpSatisfied:
        return Text::tr("satisfied at follow-up");
    case Measure::ByChannelFollowUpDissatisfied:
    case Measure::ByDepartmentFollowUpDissatisfied:
        return Text::tr("dissatisfied at follow-up");
    case Measure::ByChannelDispatched:
    case Measure::ByDepartment:
        return Text::tr("dispatched");
    case Measure::ByDepartmentReturned:
        return Text::tr("returned");
    case Measure::ByDepartmentRedone:
        return Text::tr("redone");
    case Measure::ByDepartmentExtended:
        return Text::tr("extended");
    case Measure::ByDepartmentSent:
        return Text::tr("dispatched, with those returned");
    case Measure::ByDepartmentLed:
        return Text::tr("closed, as the lead");
    case Measure::ByDepartmentEnterpriseLed:
        return Text::tr("closed, as the lead, from enterprises");
    case Measure::ByDepartmentFollowUpDue:
        return Text::tr("due for follow-up");
    case Measure::ByDepartmentFollowUpTried:
        return Text::tr("called back");
    case Measure::ByDepartmentFollowUpReached:
        return Text::tr("reached by follow-up");
    case Measure::ByDepartmentFollowUpRated:
        return Text::tr("rated at follow-up");
    case Measure::ByDepartmentFollowUpSatisfied:
        return Text::tr("satisfied at follow-up");
    case Measure::ByDepartmentFollowUpSolved:
        return Text::tr("solved, says the follow-up");
    case Measure::ByCategoryEnterpriseClosed:
        return Text::tr("closed, from enterprises");
    default:
        return {};
    }
}

QString wholeName(Measure measure)
{
    switch (measure) {
    case Measure::Calls:
        return Text::tr("Calls");
    case Measure::CallsValid:
        return Text::tr("Valid calls");
    case Measure::Accepted:
        return Text::tr("Accepted");
    case Measure::Closed:
        return Text::tr("Closed");
    case Measure::Open:
        return Text::tr("Open");
    case Measure::Merged:
        return Text::tr("Merged into another ticket");
    case Measure::AnsweredDirectly:
        return Text::tr("Answered directly");
    case Measure::CategoryBase:
        return Text::tr("Base of the category shares");
    case Measure::Dispatched:
        return Text::tr("Dispatched");
    case Measure::DispatchedClosed:
        return Text::tr("Dispatched and closed");
    case Measure::DispatchedOpen:
        return Text::tr("Dispatched and open");
    case Measure::DispatchedOnTime:
        return Text::tr("Closed on time");
    case Measure::DispatchedOnTimeBase:
        return Text::tr("Judged for timeliness");
    case Measure::DispatchedOverdue:
        return Text::tr("Overdue");
    case Measure::DispatchedClosedLate:
        return Text::tr("Closed late");
    case Measure::DispatchedOpenLate:
        return Text::tr("Overdue and still open");
    case Measure::CarriedOver:
        return Text::tr("Carried over from before");
    case Measure::CarriedOverClosed:
        return Text::tr("Carried over and closed");
    case Measure::Supervised:
        return Text::tr("Supervised");
    case Measure::SupervisedClosed:
        return Text::tr("Supervised and closed");
    case Measure::NotAccepted:
        return Text::tr("Not accepted");
    case Measure::DispatchedRedone:
        return Text::tr("Redone");
    case Measure::DispatchedExtended:
        return Text::tr("Extended");
    case Measure::Sent:
        return Text::tr("Dispatched, with those returned");
    case Measure::SentReturned:
        return Text::tr("Returned");
    case Measure::Led:
        return Text::tr("Dispatched, and the ticket is closed");
    case Measure::EnterpriseLed:
        return Text::tr("Dispatched, and the ticket is closed, from enterprises");
    case Measure::FollowUpDue:
        return Text::tr("Due for follow-up");
    case Measure::FollowUpTried:
        return Text::tr("Called back");
    case Measure::FollowUpReached:
        return Text::tr("Reached by follow-up");
    case Measure::FollowUpRated:
        return Text::tr("Rated at follow-up");
    case Measure::FollowUpSatisfied:
        return Text::tr("Satisfied at follow-up");
    case Measure::FollowUpDissatisfied:
        return Text::tr("Dissatisfied at follow-up");
    case Measure::FollowUpSolved:
        return Text::tr("Solved, says the follow-up");
    case Measure::EnterpriseClosed:
        return Text::tr("Closed, from enterprises");
    default:
        return {};
    }
}

QString joined(const QString &row, const QString &part)
{
    return part.isEmpty() ? row : QString(row + u" · " + part);
}

} // namespace

QString figureName(FigureKey figure, const CodeTables &tables, const Period &period)
{
    switch (figure.measure) {
    case Measure::CallsByOutcome:
        return displayName(static_cast<CallOutcome>(figure.row));
    case Measure::CallsByTopic:
        return joined(rowName<TopicId>(tables.topics, figure.row), Text::tr("calls"));
    case Measure::CallsByDay:
        return joined(dayName(period, figure.row), Text::tr("calls"));
    case Measure::AcceptedByDay:
        return joined(dayName(period, figure.row), Text::tr("accepted"));
    case Measure::AcceptedByMonth:
        return joined(monthOf(period, figure.row), Text::tr("accepted"));
    case Measure::ClosedByMonth:
        return joined(monthOf(period, figure.row), Text::tr("closed"));
    case Measure::OpenByMonth:
        return joined(monthOf(period, figure.row), Text::tr("open"));
    case Measure::ByRequestType:
        return rowName<RequestTypeId>(tables.requestTypes, figure.row);
    case Measure::ByTopic:
    case Measure::ByTopicClosed:
        return joined(rowName<TopicId>(tables.topics, figure.row), partName(figure.measure));
    case Measure::ByTopicAndType:
        return joined(rowName<TopicId>(tables.topics, figure.row),
                      rowName<RequestTypeId>(tables.requestTypes, figure.sub));
    case Measure::ByCategory:
    case Measure::ByCategoryClosed:
    case Measure::ByCategoryEnterpriseClosed:
        return joined(figure.row == 0 ? uncategorised()
                                      : pathOf(tables.categories, std::optional(CategoryId(figure.row))),
                      partName(figure.measure));
    case Measure::ByChannel:
    case Measure::ByChannelClosed:
    case Measure::ByChannelOpen:
    case Measure::ByChannelOnTime:
    case Measure::ByChannelOnTimeBase:
    case Measure::ByChannelTimely:
    case Measure::ByChannelDispatched:
    case Measure::ByChannelFollowUpRated:
    case Measure::ByChannelFollowUpSatisfied:
    case Measure::ByChannelFollowUpDissatisfied:
    case Measure::ByChannelOverdue:
        return joined(rowName<ChannelId>(tables.channels, figure.row), partName(figure.measure));
    case Measure::ByChannelAndType:
        return joined(rowName<ChannelId>(tables.channels, figure.row),
                      rowName<RequestTypeId>(tables.requestTypes, figure.sub));
    case Measure::ByDepartment:
    case Measure::ByDepartmentClosed:
    case Measure::ByDepartmentOpen:
    case Measure::ByDepartmentOnTime:
    case Measure::ByDepartmentOnTimeBase:
    case Measure::ByDepartmentOverdue:
    case Measure::ByDepartmentClosedLate:
    case Measure::ByDepartmentOpenLate:
    case Measure::ByDepartmentFollowUpDissatisfied:
    case Measure::ByDepartmentReturned:
    case Measure::ByDepartmentRedone:
    case Measure::ByDepartmentExtended:
    case Measure::ByDepartmentSent:
    case Measure::ByDepartmentLed:
    case Measure::ByDepartmentEnterpriseLed:
    case Measure::ByDepartmentFollowUpDue:
    case Measure::ByDepartmentFollowUpTried:
    case Measure::ByDepartmentFollowUpReached:
    case Measure::ByDepartmentFollowUpRated:
    case Measure::ByDepartmentFollowUpSatisfied:
    case Measure::ByDepartmentFollowUpSolved:
        return joined(rowName<DepartmentId>(tables.departments, figure.row), partName(figure.measure));
    default:
        return wholeName(figure.measure);
    }
}

} // namespace huiyin
